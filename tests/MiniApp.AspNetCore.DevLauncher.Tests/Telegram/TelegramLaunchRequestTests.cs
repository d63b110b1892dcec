using System.Net;

namespace TelegramMiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>A launch that makes no sense is refused, whatever else is sent.</summary>
public class TelegramLaunchRequestTests
{
    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"userId":null}""")]
    [InlineData("""{"userId":"abc"}""")]
    [InlineData("""{"userId":-1}""")]
    [InlineData("""{"userId":9223372036854775808}""")]
    [InlineData("""{"userId":42,"userId":43}""")]
    [InlineData("""{"userId":42,"botId":7}""")]
    [InlineData("""{"userId":42,"botId":-1}""")]
    [InlineData("""{"userId":42,"kind":"good"}""")]
    [InlineData("""{"userId":42,"kind":4}""")]
    [InlineData("""{"userId":42,"firstName":null}""")]
    [InlineData("""{"userId":42,"firstName":"\ud800"}""")]
    [InlineData("""{"userId":42,"languageCode":7}""")]
    [InlineData("""{"userId":42,"isPremium":"yes"}""")]
    [InlineData("""{"userId":42,"appUrl":"https://evil.example/"}""")]
    public async Task Launch_that_makes_no_sense_is_refused(string json)
    {
        await using var app = await TelegramApp.StartAsync();

        using var response = await app.AskAsync(HttpMethod.Post, "/launcher/launch", json);

        var fault = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.BadRequest, fault);
        Assert.NotEmpty(fault);
    }

    [Theory]
    [InlineData("firstName", 512, true)]
    [InlineData("firstName", 513, false)]
    [InlineData("lastName", 513, false)]
    [InlineData("username", 513, false)]
    [InlineData("languageCode", 513, false)]
    [InlineData("photoUrl", 512, true)]
    [InlineData("photoUrl", 513, false)]
    [InlineData("chatType", 513, false)]
    [InlineData("startParam", 512, true)]
    [InlineData("startParam", 513, false)]
    public async Task Text_has_a_limit(string name, int length, bool isAccepted)
    {
        await using var app = await TelegramApp.StartAsync();

        using var response = await app.AskAsync(HttpMethod.Post, "/launcher/launch", $$"""{"userId":42,"{{name}}":"{{new string('x', length)}}"}""");

        Assert.Equal(isAccepted ? HttpStatusCode.OK : HttpStatusCode.BadRequest, response.StatusCode);
    }
}
