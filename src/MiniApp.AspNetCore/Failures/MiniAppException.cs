using Microsoft.AspNetCore.Authentication;

namespace MiniApp.AspNetCore;

/// <summary>
/// Why a request was not authenticated. It is never thrown: it is the <see cref="AuthenticateResult.Failure"/> of the result, and its
/// type is the <c>error.type</c> of the metric <c>aspnetcore.authentication.authenticate.duration</c>. The message is fixed and holds
/// nothing of the request.
/// </summary>
public abstract class MiniAppException : AuthenticationFailureException
{
    private protected MiniAppException(Enum failure, string message)
        : base(message) => Failure = failure;

    /// <summary>The exact reason: a member of the platform's own list of failures.</summary>
    public Enum Failure { get; }
}
