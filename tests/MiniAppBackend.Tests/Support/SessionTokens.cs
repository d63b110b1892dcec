using System.Net.Http.Json;

namespace MiniAppBackend.Tests;

/// <summary>What a launch, or a refresh token, is exchanged for (RFC 6749, section 5.1, in the framework's spelling).</summary>
internal sealed record SessionTokens(string TokenType, string AccessToken, int ExpiresIn, string RefreshToken)
{
    /// <summary>What a session is told where a launch is asked for.</summary>
    public const string NoLaunch =
        "Bearer error=\"insufficient_user_authentication\", error_description=\"A launch is required: no session or other sign-in will do\", reason=\"stale\"";

    /// <summary>What a page draws once and sends with its launch.</summary>
    public static readonly (string Name, string Value) Binding = ("Launch-Binding", "0123456789abcdef");

    public string Authorization => $"{TokenType} {AccessToken}";

    public static Task<HttpResponseMessage> TryBeginAsync(Backend backend, string? authorization, string path = "/session") =>
        backend.SendAsync(HttpMethod.Post, path, authorization, body: null, Binding);

    public static Task<SessionTokens> BeginAsync(Backend backend, string authorization) => ReadAsync(TryBeginAsync(backend, authorization));

    public static Task<HttpResponseMessage> TryRefreshAsync(Backend backend, string? refreshToken) =>
        backend.SendAsync(HttpMethod.Post, "/session/refresh", body: JsonContent.Create(new { refreshToken }));

    public Task<SessionTokens> RefreshAsync(Backend backend) => ReadAsync(TryRefreshAsync(backend, RefreshToken));

    private static async Task<SessionTokens> ReadAsync(Task<HttpResponseMessage> request)
    {
        using var response = await request;
        return (await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<SessionTokens>())!;
    }
}
