namespace MiniApp.Tool.Tests;

/// <summary>What a test looks at in an answer.</summary>
internal static class ServedAnswers
{
    /// <summary>The value of a header; of several all, with a bar between them; <see langword="null"/> where there is none.</summary>
    public static string? Header(this HttpResponseMessage answer, string name) =>
        answer.Headers.NonValidated.TryGetValues(name, out var values) ? string.Join(" | ", values) : null;

    /// <summary>The status and the challenge.</summary>
    public static (int Status, string? Challenge) Refusal(this HttpResponseMessage answer) =>
        ((int)answer.StatusCode, answer.Header("WWW-Authenticate"));

    /// <summary>The status and the subject.</summary>
    public static (int Status, string? Subject) User(this HttpResponseMessage answer) =>
        ((int)answer.StatusCode, answer.Header("X-MiniApp-Subject"));
}
