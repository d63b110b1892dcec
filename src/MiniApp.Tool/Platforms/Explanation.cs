namespace MiniApp.Tool.Platforms;

/// <summary>A refusal in plain words.</summary>
/// <param name="Meaning">What is wrong.</param>
/// <param name="Advice">What to do about it.</param>
internal sealed record Explanation(string Meaning, string Advice);
