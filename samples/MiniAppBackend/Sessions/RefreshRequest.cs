namespace MiniAppBackend.Sessions;

/// <summary>What <c>/session/refresh</c> is sent.</summary>
internal sealed record RefreshRequest(string? RefreshToken);
