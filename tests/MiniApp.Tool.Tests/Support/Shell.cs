namespace MiniApp.Tool.Tests;

/// <summary>Reads command lines as people paste them.</summary>
internal static class Shell
{
    /// <summary>The arguments behind <c>mini-app</c>, up to where the shell's own business begins.</summary>
    public static string[] Arguments(string line)
    {
        var command = line[(line.IndexOf("mini-app", StringComparison.Ordinal) + "mini-app".Length)..];
        return [.. Words(command).TakeWhile(word => word is not ("<" or "|" or ">"))];
    }

    private static IEnumerable<string> Words(string command) => command
        .Split('\'')
        .SelectMany((part, index) => index % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
