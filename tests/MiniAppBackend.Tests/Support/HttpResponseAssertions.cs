using System.Net;

namespace MiniAppBackend.Tests;

internal static class HttpResponseAssertions
{
    /// <summary>The status is 200, and the body is exactly this.</summary>
    public static async Task ShouldAnswerAsync(this Task<HttpResponseMessage> request, string body, string contentType)
    {
        using var response = await request;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(contentType, response.Content.Headers.ContentType?.ToString());
        Assert.Equal(body, await response.Content.ReadAsStringAsync());
    }

    /// <summary>The status is 401 without a body, and the challenge is exactly this.</summary>
    public static async Task ShouldChallengeAsync(this Task<HttpResponseMessage> request, string challenge)
    {
        using var response = await request;

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(challenge, Assert.Single(response.Headers.GetValues("WWW-Authenticate")));
        Assert.Equal("", await response.Content.ReadAsStringAsync());
    }

    /// <summary>The status is 403 without a body or a challenge.</summary>
    public static async Task ShouldForbidAsync(this Task<HttpResponseMessage> request)
    {
        using var response = await request;

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(response.Headers.WwwAuthenticate);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
    }

    /// <summary>The status is 404.</summary>
    public static async Task ShouldBeMissingAsync(this Task<HttpResponseMessage> request)
    {
        using var response = await request;

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
