using Microsoft.AspNetCore.Authentication;

namespace MiniApp.AspNetCore;

/// <summary>
/// One result for each failure, made once. Whoever sends garbage gets it without an allocation; and as the framework's metrics tell
/// failures apart by the type of the exception, each class of reason has its own.
/// </summary>
internal static class Refusals
{
    /// <summary>The results by the failures' numbers.</summary>
    public static AuthenticateResult[] Create<TFailure>(Func<TFailure, MiniAppException> exception)
        where TFailure : struct, Enum => [.. Enum.GetValues<TFailure>().Select(failure => AuthenticateResult.Fail(exception(failure)))];
}
