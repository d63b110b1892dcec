using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>A session that is about to begin or to go on, for the application to agree.</summary>
public abstract class SessionContext : BaseContext<MiniAppSessionOptions>
{
    private protected SessionContext(
        HttpContext context, AuthenticationScheme scheme, MiniAppSessionOptions options, MiniAppSession session, ClaimsIdentity identity)
        : base(context, scheme, options) => (Session, Identity) = (session, identity);

    /// <summary>The session.</summary>
    public MiniAppSession Session { get; }

    /// <summary>
    /// The session's user. Claims that are added here are in all tokens of the session from now on: each makes every request longer.
    /// </summary>
    public ClaimsIdentity Identity { get; }

    /// <summary>What the answer is to say of a refusal; <see langword="null"/> where nobody refused.</summary>
    internal string? RefusalReason { get; private set; }

    /// <summary>Refuses the user, who is answered 401 with a reason for the page to act on.</summary>
    /// <param name="reason">One of <see cref="ChallengeReasons"/>, or a word of the application's own.</param>
    /// <exception cref="ArgumentException">The reason is empty.</exception>
    public void Refuse(string reason = ChallengeReasons.Banned)
    {
        ArgumentException.ThrowIfNullOrEmpty(reason);

        RefusalReason = reason;
    }
}
