using System.Text.Json;

namespace MiniApp.Tool.Platforms;

/// <summary>Why a token was refused: one of the library's failures, as the tool names and explains it.</summary>
/// <param name="Reason">The failure's name in what the tool writes.</param>
/// <param name="Kind">What the failure is about.</param>
/// <param name="Meaning">What is wrong, in plain words.</param>
/// <param name="Advice">What to do about it.</param>
internal sealed record TokenRefusal(string Reason, RefusalKind Kind, string Meaning, string Advice)
{
    /// <summary>Whether the platform vouches for the signed parameters all the same.</summary>
    public bool IsProved => Kind >= RefusalKind.Time;

    /// <summary>An entry of a table of failures: the refusal is named after the failure, in snake case.</summary>
    public static KeyValuePair<TFailure, TokenRefusal> Explain<TFailure>(TFailure failure, RefusalKind kind, string meaning, string advice)
        where TFailure : struct, Enum =>
        new(failure, new TokenRefusal(JsonNamingPolicy.SnakeCaseLower.ConvertName(failure.ToString()), kind, meaning, advice));
}
