using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Bodies that are no request to refresh: a clear answer, one line in the log, never a 500.</summary>
public class RefreshBodyTests
{
    private const string Json = "application/json";

    [Theory]
    [InlineData("", Json, 400)]
    [InlineData(" ", Json, 400)]
    [InlineData("null", Json, 400)]
    [InlineData("[]", Json, 400)]
    [InlineData("1", Json, 400)]
    [InlineData("{", Json, 400)]
    [InlineData("{}", Json, 400)]
    [InlineData("""{"refreshToken":null}""", Json, 400)]
    [InlineData("""{"refreshToken":""}""", Json, 400)]
    [InlineData("""{"refreshToken":1}""", Json, 400)]
    [InlineData("""{"refreshToken":{"a":"b"}}""", Json, 400)]
    [InlineData("""{"refreshToken":"x","refreshToken":"y"}""", Json, 400)]
    [InlineData("""{"refreshToken":"x","RefreshToken":"y"}""", Json, 400)]
    [InlineData("""{"refreshToken":"x"} {}""", Json, 400)]
    [InlineData("""{"refreshToken":"x"}z""", Json, 400)]
    [InlineData("""{"refreshToken":"\ud800"}""", Json, 400)]
    [InlineData("""{"refreshToken":"x"}""", "text/plain", 415)]
    [InlineData("refreshToken=x", "application/x-www-form-urlencoded", 415)]
    [InlineData("""{"refreshToken":"x"}""", null, 415)]
    [InlineData("""{"refreshToken":"x"}""", Json, 401)]
    [InlineData("""{"refreshToken":"x","more":[{"a":{}}]}""", "application/json; charset=utf-8", 401)]
    [InlineData("""{"RefreshToken":"x"}""", "application/problem+json", 401)]
    public async Task Body_is_answered_by_what_it_is(string body, string? contentType, int status)
    {
        await using var app = await SessionApp.StartAsync();
        await ShouldAnswerAsync(app, Encoding.UTF8.GetBytes(body), contentType, status);
    }

    [Theory]
    [InlineData("{}", Json, "The body must be an object with a refreshToken.")]
    [InlineData("{", Json, """The body must be JSON such as {"refreshToken":"…"}.""")]
    [InlineData("{}", "text/plain", "The body must be JSON, with the content type application/json.")]
    public async Task Body_that_is_bad_is_told_what_it_must_be(string body, string contentType, string detail)
    {
        await using var app = await SessionApp.StartAsync();
        using var content = new StringContent(body, Encoding.UTF8, contentType);
        var reply = await app.SendAsync(HttpMethod.Post, "/session/refresh", body: content);

        Assert.Equal((detail, true), ((string?)System.Text.Json.Nodes.JsonNode.Parse(reply.Body)!["detail"], reply.IsKeptFromCaches));
    }

    [Fact]
    public async Task Text_that_is_no_utf8_is_a_bad_body()
    {
        await using var app = await SessionApp.StartAsync();
        await ShouldAnswerAsync(app, [.. """{"refreshToken":"""u8, (byte)'"', 0xff, 0xc0, (byte)'"', (byte)'}'], Json, 400);
    }

    [Fact]
    public async Task Body_of_another_encoding_is_a_bad_body()
    {
        await using var app = await SessionApp.StartAsync();
        await ShouldAnswerAsync(app, Encoding.Unicode.GetBytes("""{"refreshToken":"x"}"""), "application/json; charset=utf-16", 400);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_may_be_as_long_as_any_token_and_no_longer(bool isChunked)
    {
        await using var app = await SessionApp.StartAsync();
        var frame = """{"refreshToken":""}""".Length;
        foreach (var (length, status) in new[] { (32 * 1024, 401), ((32 * 1024) + 1, 413), (4 * 1024 * 1024, 413) })
        {
            var body = Encoding.UTF8.GetBytes($$"""{"refreshToken":"{{new string('A', length - frame)}}"}""");
            using HttpContent content = isChunked ? new StreamContent(new Unseekable(body)) : new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue(Json);
            Assert.Equal(status, (await app.SendAsync(HttpMethod.Post, "/session/refresh", body: content)).Status);
        }
    }

    [Fact]
    public async Task Missing_body_is_told_of()
    {
        await using var app = await SessionApp.StartAsync();
        var reply = await app.SendAsync(HttpMethod.Post, "/session/refresh");

        Assert.Equal(415, reply.Status);
        Assert.Equal("application/problem+json", reply.ContentHeaders.ContentType?.MediaType);
        Assert.Contains("\"status\":415", reply.Body, StringComparison.Ordinal);
        Assert.Contains("application/json", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_of_a_client_that_has_gone_ended_early()
    {
        var context = new DefaultHttpContext { RequestAborted = new CancellationToken(canceled: true) };
        (context.Request.ContentType, context.Request.Body) = (Json, new MemoryStream("{}"u8.ToArray()));

        Assert.Equal(new BodyToken(Token: null, "The body ended early.", 400), await RefreshBody.ReadAsync(context.Request));
    }

    private static async Task ShouldAnswerAsync(SessionApp app, byte[] body, string? contentType, int status)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        var reply = await app.SendAsync(HttpMethod.Post, "/session/refresh", body: content);

        Assert.Equal((status, true), (reply.Status, reply.IsKeptFromCaches));
        Assert.Equal(status == 401 ? null : "application/problem+json", reply.ContentHeaders.ContentType?.MediaType);
        Assert.Equal([status == 401 ? "SessionRefused" : "SessionRequestBad"], app.Said);
    }
}
