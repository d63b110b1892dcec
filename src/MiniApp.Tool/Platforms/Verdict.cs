using System.Text.Json;

namespace MiniApp.Tool.Platforms;

/// <summary>What came of a token.</summary>
/// <param name="Reason">Why it was refused, in snake case; <see langword="null"/> where it is good.</param>
/// <param name="UserId">Who is signed in by it.</param>
/// <param name="Id">The app or the bot it is for, where that can be told.</param>
internal readonly record struct Verdict(string? Reason, long UserId = 0, long? Id = null)
{
    public bool IsGood => Reason is null;

    public static Verdict Refused<TFailure>(TFailure failure)
        where TFailure : struct, Enum => new(ReasonOf(failure));

    /// <summary>The name of a refusal in what the tool writes.</summary>
    public static string ReasonOf<TFailure>(TFailure failure)
        where TFailure : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(failure.ToString());
}
