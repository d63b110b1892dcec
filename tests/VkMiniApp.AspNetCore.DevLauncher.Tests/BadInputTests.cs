using System.Net;
using System.Text;

namespace VkMiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>Whatever is sent to the launcher, the answer is a refusal, never an error of the server.</summary>
public class BadInputTests
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
        await using var app = await LauncherApp.StartAsync();

        using var response = await app.AskAsync(HttpMethod.Post, "/vk/launch", json);

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
        await using var app = await LauncherApp.StartAsync();

        using var response = await app.AskAsync(HttpMethod.Post, "/vk/launch", $$"""{"userId":42,"{{name}}":"{{new string('x', length)}}"}""");

        Assert.Equal(isAccepted ? HttpStatusCode.OK : HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData(64, 256, true)]
    [InlineData(65, 1, false)]
    [InlineData(1, 257, false)]
    public async Task Scopes_have_a_limit(int count, int length, bool isAccepted)
    {
        await using var app = await LauncherApp.StartAsync();
        var scopes = string.Join(',', Enumerable.Repeat($"\"{new string('x', length)}\"", count));

        using var response = await app.AskAsync(HttpMethod.Post, "/vk/launch", $$"""{"userId":42,"scopes":[{{scopes}}]}""");

        Assert.Equal(isAccepted ? HttpStatusCode.OK : HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"token":null}""")]
    [InlineData("""{"token":1}""")]
    [InlineData("""{"token":"\udfff"}""")]
    [InlineData("""{"token":"x","scheme":"other"}""")]
    public async Task Question_about_claims_without_a_token_is_refused(string json)
    {
        await using var app = await LauncherApp.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await app.AskAsync(HttpMethod.Post, "/vk/claims", json)).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("a=1&b=2")]
    [InlineData("строка\r\nSet-Cookie: a=b\0")]
    public async Task Token_that_is_none_gets_the_verdict_of_the_scheme(string token)
    {
        await using var app = await LauncherApp.StartAsync();

        Assert.Contains((await app.JudgeAsync(token)).GetProperty("failure").GetString(), new[] { "Malformed", "MissingParameter" }, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Body_that_is_not_text_is_refused()
    {
        await using var app = await LauncherApp.StartAsync();

        foreach (var path in new[] { "/vk/launch", "/vk/claims" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(path, [0xff, 0xfe, 0x00], "application/json")).StatusCode);
            Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(path, [0xff], "application/json; charset=nonsense")).StatusCode);
            Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await SendAsync(path, """{"userId":42}"""u8.ToArray(), "text/plain")).StatusCode);
            Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await SendAsync(path, [], null)).StatusCode);
        }

        async Task<HttpResponseMessage> SendAsync(string path, byte[] body, string? type)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path);
            request.Headers.Add("X-VkMiniApp-Launcher", "1");
            request.Content = new ByteArrayContent(body);
            Assert.True(request.Content.Headers.TryAddWithoutValidation("Content-Type", type ?? ""));
            return await app.Client.SendAsync(request);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("?after=")]
    [InlineData("?after=-1")]
    [InlineData("?after=x")]
    [InlineData("?after=1&after=2")]
    [InlineData("?after=9223372036854775808")]
    public async Task Calls_are_asked_for_by_a_number(string query)
    {
        await using var app = await LauncherApp.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await app.AskAsync(HttpMethod.Get, "/vk/calls" + query)).StatusCode);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Damaged_launches_are_signed_or_refused(int seed)
    {
        await using var app = await LauncherApp.StartAsync();
        var random = new Random(seed);
        const string Launch = """{"userId":42,"kind":"aged","ageSeconds":5,"scopes":["friends"],"groupId":"7","viewerGroupRole":"admin"}""";

        for (var round = 0; round < 400; round++)
        {
            var json = new StringBuilder(Launch);
            for (var hits = random.Next(1, 4); hits > 0; hits--)
            {
                json[random.Next(json.Length)] = (char)random.Next(1, random.Next(2) == 0 ? 128 : 0xd800);
            }

            using var response = await app.AskAsync(HttpMethod.Post, "/vk/launch", json.ToString());
            Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{response.StatusCode} for {json}");
        }
    }
}
