namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>A launch whose claims the page wants to show.</summary>
/// <param name="Token">The token that a request would have.</param>
internal sealed record ClaimsRequest(string Token);
