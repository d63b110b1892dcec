using Microsoft.AspNetCore.Authentication;

namespace MiniApp.AspNetCore;

/// <summary>
/// Why a request was not authenticated. It is never thrown: it is the <see cref="AuthenticateResult.Failure"/> of the result, and its
/// type is the <c>error.type</c> of the metric <c>aspnetcore.authentication.authenticate.duration</c>. The message is fixed and holds
/// nothing of the request.
/// </summary>
public abstract class MiniAppException : AuthenticationFailureException
{
    /// <summary>Makes an exception that serves all requests.</summary>
    /// <param name="failure">The exact reason: a member of the platform's own list of failures.</param>
    /// <param name="message">The reason in words, for a client that is told it. Nothing of any request may be in it.</param>
    protected MiniAppException(Enum failure, string message)
        : base(message)
    {
        ArgumentNullException.ThrowIfNull(failure);

        Failure = failure;
        Result = AuthenticateResult.Fail(this);
    }

    /// <summary>The exact reason: a member of the platform's own list of failures.</summary>
    public Enum Failure { get; }

    /// <summary>The result that every request with this failure gets.</summary>
    internal AuthenticateResult Result { get; }
}
