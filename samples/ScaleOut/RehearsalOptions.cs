using MiniApp.AspNetCore;

namespace ScaleOut;

/// <summary>What is rehearsed.</summary>
/// <param name="IsShort">Whether it is over in a minute.</param>
/// <param name="HasRedis">Whether the instances share a Redis. Without it, the table has to show faults.</param>
/// <param name="Use">What a second use of a launch is.</param>
internal sealed record RehearsalOptions(bool IsShort, bool HasRedis, LaunchUse Use)
{
    public const string Usage = """
        ScaleOut [--short] [--without-redis] [--once]
          --short          less load, for a shorter time
          --without-redis  instances that share nothing, to see that faults are counted
          --once           launches that are used once, also by the same page, to see what a repeated POST costs then
        """;

    /// <summary>How long each thing that happens is looked at.</summary>
    public TimeSpan Step => TimeSpan.FromSeconds(IsShort ? 3 : 15);

    /// <summary>How many users open the app at once, again and again.</summary>
    public int Visitors => IsShort ? 8 : 32;

    /// <summary>How many are signed in from the beginning to the end.</summary>
    public int Readers => IsShort ? 4 : 16;

    /// <summary>How many exchange launches at once, and do nothing else.</summary>
    public int Exchangers => IsShort ? 6 : 16;

    /// <summary>Reads a command line; <see langword="null"/> for one that says something else.</summary>
    public static RehearsalOptions? Parse(string[] args) => args.Except(["--short", "--without-redis", "--once"], StringComparer.Ordinal).Any()
        ? null
        : new(args.Contains("--short"), !args.Contains("--without-redis"), args.Contains("--once") ? LaunchUse.Once : LaunchUse.Bind);
}
