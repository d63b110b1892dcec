using System.Net.Http.Headers;
using System.Text.Json;

namespace MiniApp.AspNetCore.Tests;

/// <summary>An answer that is about a session.</summary>
internal sealed record SessionReply(
    int Status, string? Challenge, string Body, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    /// <summary>The reason that the challenge gives.</summary>
    public string? Reason => Challenge?.Split("reason=\"") is [_, var rest] ? rest.Split('"')[0] : null;

    public bool IsKeptFromCaches => Headers.CacheControl is { NoStore: true };

    /// <summary>The cookie to send back, where one was set.</summary>
    public (string Name, string Value) Cookie => ("Cookie", Assert.Single(Headers.GetValues("Set-Cookie")).Split(';')[0]);

    public SessionTokens ReadTokens()
    {
        Assert.True(Status == 200, $"{Status} {Challenge} {Body}");
        Assert.True(IsKeptFromCaches);
        return JsonSerializer.Deserialize<SessionTokens>(Body, JsonSerializerOptions.Web)!;
    }
}
