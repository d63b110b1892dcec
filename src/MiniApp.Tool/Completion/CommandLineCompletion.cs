using System.CommandLine;

namespace MiniApp.Tool.Completion;

/// <summary>What can stand at a place of a command line.</summary>
internal static class CommandLineCompletion
{
    /// <summary>Finds the commands, options and values that begin with what stands before the place.</summary>
    /// <param name="root">The command that the line starts with.</param>
    /// <param name="line">The line.</param>
    /// <param name="position">The place, in characters from the line's start. Shells cut off white space at the end that is before it.</param>
    public static IEnumerable<string> Find(Command root, string line, int position)
    {
        var cut = position > line.Length ? line + ' ' : line[..position];
        var (start, end) = (cut.IndexOf(' ', StringComparison.Ordinal), cut.LastIndexOf(' '));
        if (start < 0)
        {
            return [];
        }

        // The word that stands there may be a whole one, behind which other things can stand: so it is left out.
        var (before, word) = (cut[(start + 1)..(end + 1)], cut[(end + 1)..]);
        return root.Parse(before, new ParserConfiguration { ResponseFileTokenReplacer = null })
            .GetCompletions(before.Length)
            .Select(item => item.Label)
            .Where(label => label.StartsWith(word, StringComparison.Ordinal) && !IsShort(label));
    }

    /// <summary>Short names, and those of other systems such as <c>/h</c>, are known to those who use them.</summary>
    private static bool IsShort(string label) => label is ['/', ..] or ['-', not '-', ..];
}
