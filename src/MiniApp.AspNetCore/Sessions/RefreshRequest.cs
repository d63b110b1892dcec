namespace MiniApp.AspNetCore;

/// <summary>The body of <c>POST /session/refresh</c>.</summary>
/// <param name="RefreshToken">The refresh token.</param>
internal sealed record RefreshRequest(string? RefreshToken);
