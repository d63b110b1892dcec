namespace MiniApp.Tool;

/// <summary>What the process ends with.</summary>
internal static class ExitCode
{
    /// <summary>Everything that was judged is good.</summary>
    public const int Good = 0;

    /// <summary>A token was refused.</summary>
    public const int Refused = 1;

    /// <summary>The tool was called in a wrong way, and did nothing or stopped halfway.</summary>
    public const int WrongUsage = 2;

    /// <summary>A token was shown that only a key could have told anything of.</summary>
    public const int NotJudged = 3;
}
