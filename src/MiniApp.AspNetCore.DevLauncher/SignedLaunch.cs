namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>A launch, ready for the frame.</summary>
/// <param name="Address">The page's address with the signed parameters in it.</param>
/// <param name="Query">The signed parameters alone.</param>
/// <param name="Token">The same in base64url, for an <c>Authorization</c> header.</param>
internal sealed record SignedLaunch(string Address, string Query, string Token);
