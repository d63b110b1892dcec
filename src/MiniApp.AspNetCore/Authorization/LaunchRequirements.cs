using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>
/// Makes the requirements that a platform's policies and attributes consist of. Each is met by the claims that the platform made, in one
/// identity; a session that was issued after a launch has those of them that last (<see cref="MiniAppOptions.LastingClaims"/>). Each is a
/// <see cref="LaunchRequirement"/>, which says in its <see cref="object.ToString"/> what it requires.
/// </summary>
/// <param name="issuer">The platform, as its options name it: the claims' original issuer.</param>
public sealed class LaunchRequirements(string issuer)
{
    /// <summary>A copy of a list of names. An empty list would let nobody in, so it is refused.</summary>
    /// <param name="names">The names.</param>
    /// <param name="parameterName">What an exception calls them; left out, it is the argument's own name.</param>
    /// <exception cref="ArgumentException">The list is empty, or a name in it is.</exception>
    public static string[] CopyNames(string[] names, [CallerArgumentExpression(nameof(names))] string? parameterName = null)
    {
        ArgumentNullException.ThrowIfNull(names, parameterName);

        return names.Length > 0 && !Array.Exists(names, string.IsNullOrEmpty) ? [.. names]
            : throw new ArgumentException("There must be at least one, and none may be empty.", parameterName);
    }

    /// <summary>A user of the platform: any, or one of these.</summary>
    /// <param name="claimType">The claim that holds the user's id.</param>
    /// <param name="userIds">The users' ids, above 0; none for any user.</param>
    /// <exception cref="ArgumentException">An id is not above 0.</exception>
    public IAuthorizationRequirement User(string claimType, params long[] userIds)
    {
        var accepted = CopyIds(userIds, nameof(userIds));

        return accepted.Length == 0
            ? Create($"The user must be a user of {issuer}.", launch => launch.Number(claimType) > 0)
            : Create($"The user must be one of those users of {issuer} that are named.", launch => launch.IsOneOf(claimType, accepted));
    }

    /// <summary>One of these ids in a claim.</summary>
    /// <param name="claimType">The claim.</param>
    /// <param name="subject">What the ids are of, as a sentence begins with it: <c>The bot</c>.</param>
    /// <param name="ids">The ids, above 0.</param>
    /// <param name="parameterName">What an exception calls them; left out, it is the argument's own name.</param>
    /// <exception cref="ArgumentException">There is none, or one is not above 0.</exception>
    public IAuthorizationRequirement OneOf(
        string claimType, string subject, long[] ids, [CallerArgumentExpression(nameof(ids))] string? parameterName = null)
    {
        var accepted = CopyIds(ids, parameterName);

        return accepted.Length > 0
            ? Create($"{subject} must be {string.Join(" or ", accepted)}.", launch => launch.IsOneOf(claimType, accepted))
            : throw new ArgumentException("There must be at least one.", parameterName);
    }

    /// <summary>One of these names in a claim.</summary>
    /// <param name="claimType">The claim.</param>
    /// <param name="subject">What the names are of, as a sentence begins with it: <c>The language</c>.</param>
    /// <param name="names">The names, compared ordinally.</param>
    /// <param name="parameterName">What an exception calls them; left out, it is the argument's own name.</param>
    /// <exception cref="ArgumentException">There is none, or one is empty.</exception>
    public IAuthorizationRequirement OneOf(
        string claimType, string subject, string[] names, [CallerArgumentExpression(nameof(names))] string? parameterName = null)
    {
        var accepted = CopyNames(names, parameterName);
        return Create($"{subject} must be {string.Join(" or ", accepted)}.", launch => launch.IsOneOf(claimType, accepted));
    }

    /// <summary>
    /// A recent launch, for actions that need a fresher one than the scheme's lifetime allows. A user who lacks nothing else is not
    /// forbidden, but challenged for a fresh launch (RFC 9470).
    /// </summary>
    /// <param name="claimType">The claim that holds when the platform signed the launch, in Unix seconds or milliseconds.</param>
    /// <param name="maxAge">The greatest age, from zero up, in whole seconds; a launch exactly that old is recent.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxAge"/> is negative.</exception>
    public IAuthorizationRequirement LaunchWithin(string claimType, TimeSpan maxAge) => new LaunchAgeRequirement(issuer, claimType, maxAge);

    /// <summary>Anything else that one launch must say.</summary>
    /// <param name="sentence">
    /// The requirement in a sentence, for logs and answers that say why it was not met. It states the rule and says nothing about the user.
    /// </param>
    /// <param name="isMet">Whether a launch meets it.</param>
    public IAuthorizationRequirement Create(string sentence, Func<LaunchClaims, bool> isMet) => Create(sentence, (launch, _) => isMet(launch));

    /// <summary>Anything else that one launch must say, for this request.</summary>
    /// <param name="sentence">
    /// The requirement in a sentence, for logs and answers that say why it was not met. It states the rule and says nothing about the user.
    /// </param>
    /// <param name="isMet">
    /// Whether a launch meets it. There is no request where something else is authorized, such as the call of a hub's method.
    /// </param>
    public IAuthorizationRequirement Create(string sentence, Func<LaunchClaims, HttpContext?, bool> isMet) =>
        new LaunchClaimsRequirement(issuer, sentence, isMet);

    /// <summary>
    /// Anything that one launch must say of a value in the request's route. Where an endpoint's route has no such parameter, nobody meets
    /// it, and an Error in the log names the route and the parameter, once for each endpoint.
    /// </summary>
    /// <param name="routeParameter">The route parameter: <c>groupId</c> in <c>/communities/{groupId}</c>.</param>
    /// <param name="sentence">
    /// The requirement in a sentence, for logs and answers that say why it was not met. It states the rule and says nothing about the user.
    /// </param>
    /// <param name="isMet">Whether a launch meets it, with the value, which is never empty.</param>
    /// <exception cref="ArgumentException">The parameter's name is empty.</exception>
    public IAuthorizationRequirement CreateForRoute(string routeParameter, string sentence, Func<LaunchClaims, string, bool> isMet)
    {
        ArgumentException.ThrowIfNullOrEmpty(routeParameter);

        return new LaunchRouteRequirement(issuer, routeParameter, sentence, isMet);
    }

    private static long[] CopyIds(long[] ids, string? parameterName)
    {
        ArgumentNullException.ThrowIfNull(ids, parameterName);

        return Array.TrueForAll(ids, id => id > 0) ? [.. ids]
            : throw new ArgumentException("An id is above 0.", parameterName);
    }
}
