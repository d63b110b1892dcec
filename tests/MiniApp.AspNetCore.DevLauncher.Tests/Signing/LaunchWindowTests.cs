using System.Text.Json;
using VkMiniApp.AspNetCore.DevLauncher.Tests;

namespace MiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>The page counts down to the second that the scheme counts to.</summary>
public class LaunchWindowTests
{
    [Theory]
    [InlineData("""{"userId":42}""", 0)]
    [InlineData("""{"userId":42,"kind":"aged","ageSeconds":30}""", -30)]
    [InlineData("""{"userId":42,"kind":"datedAhead"}""", 7 + 3600)]
    [InlineData("""{"userId":42,"kind":"forged"}""", 0)]
    public async Task Window_is_of_the_schemes_own_limits(string launch, long lead)
    {
        await using var app = await VkApp.StartAsync(options => (options.Lifetime, options.ClockSkew) = (TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(7)));

        var window = (await app.AnswerAsync(HttpMethod.Post, "/launcher/launch", launch)).GetProperty("window");

        Assert.Equal(
            (VkApp.Now + lead, VkApp.Now + lead - 7, VkApp.Now + lead + 600),
            (Second(window, "signedAt"), Second(window, "goodFrom"), Second(window, "goodUntil")));
    }

    [Theory]
    [InlineData(0, "Accepted")]
    [InlineData(1, "Expired")]
    public async Task Last_good_second_is_the_last_that_the_scheme_accepts(long past, string verdict)
    {
        await using var app = await VkApp.StartAsync();
        var age = 3600 + past;

        var signed = await app.AnswerAsync(HttpMethod.Post, "/launcher/launch", $$"""{"userId":42,"kind":"aged","ageSeconds":{{age}}}""");
        var claims = await app.AuthenticateAsync(signed.GetProperty("token").GetString()!);

        Assert.Equal(VkApp.Now - past, Second(signed.GetProperty("window"), "goodUntil"));
        Assert.Equal(verdict, claims.GetProperty("failure").GetString() ?? "Accepted");
    }

    [Fact]
    public async Task List_of_calls_tells_the_time_by_the_schemes_clock()
    {
        await using var app = await VkApp.StartAsync();

        Assert.Equal(VkApp.Now * 1000, (await app.AnswerAsync(HttpMethod.Get, "/launcher/calls?after=0")).GetProperty("now").GetInt64());
    }

    private static long Second(JsonElement window, string name) => window.GetProperty(name).GetInt64();
}
