using System.Net.Http.Json;

namespace MiniAppBackend.Tests;

/// <summary>What the framework answers a sign-in by bearer token with (RFC 6749, section 5.1).</summary>
internal sealed record SessionTokens(string TokenType, string AccessToken, int ExpiresIn, string RefreshToken)
{
    public string Authorization => $"{TokenType} {AccessToken}";

    public static Task<SessionTokens> BeginAsync(Backend backend, string authorization) =>
        ReadAsync(backend.SendAsync(HttpMethod.Post, "/session", authorization));

    public static Task<HttpResponseMessage> TryRefreshAsync(Backend backend, string? refreshToken) =>
        backend.SendAsync(HttpMethod.Post, "/session/refresh", body: JsonContent.Create(new { refreshToken }));

    public Task<SessionTokens> RefreshAsync(Backend backend) => ReadAsync(TryRefreshAsync(backend, RefreshToken));

    private static async Task<SessionTokens> ReadAsync(Task<HttpResponseMessage> request)
    {
        using var response = await request;
        return (await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<SessionTokens>())!;
    }
}
