using System.Buffers.Text;
using System.Text;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>A launch, ready for the frame.</summary>
/// <param name="Address">The page's address with the signed parameters in it.</param>
/// <param name="Query">The signed parameters alone.</param>
internal sealed record SignedLaunch(string Address, string Query)
{
    /// <summary>The signed parameters in base64url, for an <c>Authorization</c> header.</summary>
    public string Token { get; } = Base64Url.EncodeToString(Encoding.ASCII.GetBytes(Query));

    /// <summary>When the scheme takes it, as far as its time goes.</summary>
    public LaunchWindow? Window { get; init; }
}
