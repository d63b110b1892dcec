using System.Net;
using System.Text.Json;
using TestSupport;

namespace MiniApp.Tool.Tests;

/// <summary>Sessions of the server, as a page has them.</summary>
internal static class ServedSession
{
    public const string Binding = "0123456789abcdef0123456789abcdef";

    /// <summary>Exchanges a launch of VK's user 42 that is signed after the server's start: from before it takes none.</summary>
    public static async Task<(string Access, string Refresh)> BeginAsync(EdgeHost host)
    {
        host.Clock.Advance(TimeSpan.FromSeconds(10));
        return await BeginAsync(host.Client, Example.Sign("vk", age: -10));
    }

    public static async Task<(string Access, string Refresh)> BeginAsync(HttpClient client, string launch)
    {
        using var answer = await ExchangeAsync(client, launch);
        Assert.Equal(200, (int)answer.StatusCode);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return (json.RootElement.GetProperty("accessToken").GetString()!, json.RootElement.GetProperty("refreshToken").GetString()!);
    }

    /// <summary>As a page does, again where a store did not answer in time.</summary>
    private static async Task<HttpResponseMessage> ExchangeAsync(HttpClient client, string launch)
    {
        HttpResponseMessage? answer = null;
        await Eventually.HoldsAsync(
            async () =>
            {
                answer?.Dispose();
                using var request = new HttpRequestMessage(HttpMethod.Post, "/session");
                request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {launch}");
                request.Headers.TryAddWithoutValidation("Launch-Binding", Binding);
                answer = await client.SendAsync(request);
                return answer.StatusCode != HttpStatusCode.ServiceUnavailable;
            },
            "the stores answer");
        return answer!;
    }

    /// <summary>Exchanges such a launch for a cookie, and returns the header by which a browser sends it.</summary>
    public static async Task<(string Name, string Value)> BeginCookieAsync(EdgeHost host, HttpClient? client = null)
    {
        host.Clock.Advance(TimeSpan.FromSeconds(10));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/session/cookie");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Example.Sign("vk", age: -10)}");
        request.Headers.TryAddWithoutValidation("Launch-Binding", Binding);
        return ("Cookie", (await (client ?? host.Client).SendAsync(request)).Header("Set-Cookie")!.Split(';')[0]);
    }
}
