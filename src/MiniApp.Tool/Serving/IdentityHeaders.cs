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
    /// <returns><see langword="false"/> where the user has no subject.</returns>
    public bool TryWrite(ClaimsPrincipal user, IHeaderDictionary headers)
    {
        // What is told of a user is of the same sign-in as the subject: a request can have two, a header's and an address's.
        foreach (var identity in user.Identities)
        {
            var alone = new ClaimsPrincipal(identity);
            if ((alone.GetLaunch()?.Subject ?? alone.GetSession()?.User) is { } subject)
            {
                headers[ClaimHeader.Subject] = subject.ToString();
                foreach (var claim in claims)
                {
                    headers[claim.Name] = ClaimHeader.Encode(identity.FindFirst(claim.Claim)?.Value ?? "");
                }

                return true;
            }
        }

        return false;
    }
}
