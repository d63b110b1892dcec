using System.Collections.Frozen;

namespace MiniApp.AspNetCore;

/// <summary>One exception for each of a platform's failures, made once, so that a refusal allocates nothing.</summary>
/// <typeparam name="TFailure">The platform's list of failures.</typeparam>
/// <param name="create">
/// Makes the exception of a failure. As the framework's metrics tell failures apart by the exception's type, each kind of reason has its own.
/// </param>
public sealed class MiniAppFailures<TFailure>(Func<TFailure, MiniAppException> create)
    where TFailure : struct, Enum
{
    private readonly FrozenDictionary<TFailure, MiniAppException> _exceptions =
        Enum.GetValues<TFailure>().Distinct().ToFrozenDictionary(failure => failure, create);

    /// <summary>The exception of a failure.</summary>
    /// <param name="failure">A named member of the list.</param>
    public MiniAppException this[TFailure failure] => _exceptions[failure];
}
