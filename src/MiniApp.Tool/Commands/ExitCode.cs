namespace MiniApp.Tool.Commands;

/// <summary>The exit codes of the tool: what a script learns without reading its output.</summary>
internal static class ExitCode
{
    /// <summary>Done, and every token that was judged is good.</summary>
    public const int Good = 0;

    /// <summary>A token was refused.</summary>
    public const int Refused = 1;

    /// <summary>The tool was called wrongly, and did nothing or stopped halfway. Standard error says why.</summary>
    public const int WrongUsage = 2;

    /// <summary>inspect showed a token that cannot be judged without a key.</summary>
    public const int NotJudged = 3;

    /// <summary>What was asked of a store is not known to be done: it is away. Standard error says why.</summary>
    public const int StoreAway = 4;
}
