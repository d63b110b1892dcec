using Microsoft.AspNetCore.Authorization;

namespace MiniApp.AspNetCore;

/// <summary>
/// Something that the user's launch must say, made by <see cref="LaunchRequirements"/>. Where it is not met, it stays pending and does not
/// fail the authorization: an <see cref="AuthorizationHandler{TRequirement}"/> of the application's own may still let the user pass.
/// </summary>
public abstract class LaunchRequirement : IAuthorizationRequirement
{
    private readonly string _sentence;

    private protected LaunchRequirement(string? issuer, string sentence) => (Issuer, _sentence) = (issuer, sentence);

    /// <summary>
    /// The platform that must have said it, such as <c>VK</c>: the claims' original issuer; <see langword="null"/> where any platform may have.
    /// </summary>
    public string? Issuer { get; }

    /// <summary>The requirement in a sentence, which the framework's log has where it is not met. It tells of the rule, not of the user.</summary>
    public sealed override string ToString() => _sentence;

    private protected bool IsMetBy(AuthorizationHandlerContext context, Func<LaunchClaims, bool> isMet) =>
        context.User.Identities.Any(identity => identity.IsAuthenticated && isMet(new LaunchClaims(identity, Issuer)));

    /// <summary>Succeeds, or leaves the requirement pending and the request with a note of it.</summary>
    private protected void Decide(AuthorizationHandlerContext context, bool isMet)
    {
        if (isMet)
        {
            context.Succeed(this);
        }
        else
        {
            Denial.Note(context);
        }
    }
}
