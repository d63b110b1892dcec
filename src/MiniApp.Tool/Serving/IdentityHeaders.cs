using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using MiniApp.AspNetCore;

namespace MiniApp.Tool.Serving;

/// <summary>Tells the proxy in headers who the user is.</summary>
internal sealed class IdentityHeaders(IReadOnlyList<ClaimHeader> claims)
{
    /// <summary>
    /// Writes the subject, and every claim that was asked for: an empty header where the user has none, so that a proxy which copies what it
    /// is given leaves nothing of that name that came from outside.
    /// </summary>
    /// <returns><see langword="false"/> where there is no telling who the user is.</returns>
    public bool TryWrite(ClaimsPrincipal user, IHeaderDictionary headers)
    {
        if (user.GetMiniAppSubject() is not { } subject)
        {
            return false;
        }

        headers[ClaimHeader.Subject] = subject.ToString();
        foreach (var claim in claims)
        {
            headers[claim.Name] = ClaimHeader.Encode(user.FindFirst(claim.Claim)?.Value ?? "");
        }

        return true;
    }
}
