using System.Net;

namespace VkMiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>A launch that VK could not sign is refused, whatever else is sent.</summary>
public class VkLaunchRequestTests
{
    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("42")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"userId":null}""")]
    [InlineData("""{"userId":"abc"}""")]
    [InlineData("""{"userId":-1}""")]
    [InlineData("""{"userId":1.5}""")]
    [InlineData("""{"userId":9223372036854775808}""")]
    [InlineData("""{"userId":42,"userId":43}""")]
    [InlineData("""{"userId":42,"appId":7}""")]
    [InlineData("""{"userId":42,"appId":-1}""")]
    [InlineData("""{"userId":42,"kind":"good"}""")]
    [InlineData("""{"userId":42,"kind":4}""")]
    [InlineData("""{"userId":42,"kind":null}""")]
    [InlineData("""{"userId":42,"ageSeconds":"soon"}""")]
    [InlineData("""{"userId":42,"platform":null}""")]
    [InlineData("""{"userId":42,"language":7}""")]
    [InlineData("""{"userId":42,"ref":"\ud800"}""")]
    [InlineData("""{"userId":42,"scopes":null}""")]
    [InlineData("""{"userId":42,"scopes":"friends"}""")]
    [InlineData("""{"userId":42,"scopes":[null]}""")]
    [InlineData("""{"userId":42,"groupId":0}""")]
    [InlineData("""{"userId":42,"appUrl":"https://evil.example/"}""")]
    public async Task Launch_that_makes_no_sense_is_refused(string json)
    {
        await using var app = await VkApp.StartAsync();

        using var response = await app.AskAsync(HttpMethod.Post, "/launcher/launch", json);

        var fault = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.BadRequest, fault);
        Assert.NotEmpty(fault);
    }

    [Theory]
    [InlineData("platform", 256, true)]
    [InlineData("platform", 257, false)]
    [InlineData("language", 257, false)]
    [InlineData("ref", 257, false)]
    [InlineData("viewerGroupRole", 257, false)]
    [InlineData("fragment", 257, false)]
    public async Task Text_has_a_limit(string name, int length, bool isAccepted)
    {
        await using var app = await VkApp.StartAsync();

        using var response = await app.AskAsync(HttpMethod.Post, "/launcher/launch", $$"""{"userId":42,"{{name}}":"{{new string('x', length)}}"}""");

        Assert.Equal(isAccepted ? HttpStatusCode.OK : HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData(64, 80, true)]
    [InlineData(20, 256, true)]
    [InlineData(64, 256, false)] // all together are longer than the scheme reads
    [InlineData(65, 1, false)]
    [InlineData(1, 257, false)]
    public async Task Scopes_have_a_limit(int count, int length, bool isAccepted)
    {
        await using var app = await VkApp.StartAsync();
        var scopes = string.Join(',', Enumerable.Repeat($"\"{new string('x', length)}\"", count));

        using var response = await app.AskAsync(HttpMethod.Post, "/launcher/launch", $$"""{"userId":42,"scopes":[{{scopes}}]}""");

        Assert.Equal(isAccepted ? HttpStatusCode.OK : HttpStatusCode.BadRequest, response.StatusCode);
    }
}
