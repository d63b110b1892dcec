namespace TestSupport;

/// <summary>An answer, with one element for each <c>WWW-Authenticate</c> header.</summary>
public sealed record Reply(int Status, IReadOnlyList<string> Challenges, string Body);
