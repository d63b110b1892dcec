namespace MiniApp.Testing.Tests;

internal static class Verdicts
{
    /// <summary>What the application makes of the client's credentials.</summary>
    public static Task<string> GetVerdictAsync(this HttpClient client, string? scheme = null) => client.GetStringAsync($"/verdict/{scheme}");

    public static async Task<string> GetVerdictAsync(this HttpClient client, HttpRequestMessage request)
    {
        using var response = await client.SendAsync(request);
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    /// <summary>The application's verdict on each launch is exactly the one beside it.</summary>
    public static async Task ShouldGetTheirVerdictsAsync<TLaunch>(
        this Dictionary<string, (TLaunch Launch, string Verdict)> launches, Func<TLaunch, HttpClient> createClient)
    {
        var verdicts = new List<string>();
        foreach (var (name, (launch, _)) in launches)
        {
            using var client = createClient(launch);
            verdicts.Add($"{name}: {await client.GetVerdictAsync()}");
        }

        Assert.Equal(launches.Select(launch => $"{launch.Key}: {launch.Value.Verdict}"), verdicts, StringComparer.Ordinal);
    }
}
