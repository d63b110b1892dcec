using System.Diagnostics.CodeAnalysis;

namespace MiniApp.Fuzz;

/// <summary>An input on which the library and the plain code disagree.</summary>
internal sealed record Finding(FuzzTarget Target, int Seed, string Input, string Expected, string Actual)
{
    /// <summary>What no verdict begins with.</summary>
    private const string Thrown = "throws ";

    /// <summary>Judges an input twice; <see langword="null"/> where the verdicts are the same. An exception is none, even thrown by both.</summary>
    public static Finding? Find(FuzzTarget target, int seed, string input, out string expected)
    {
        expected = Judge(target.Expected, input);
        var actual = Judge(target.Actual, input);
        var isThrown = $"{expected}\n{actual}".Split('\n').Any(line => line.StartsWith(Thrown, StringComparison.Ordinal));

        return actual == expected && !isThrown ? null : new Finding(target, seed, input, expected, actual);
    }

    /// <summary>The same disagreement on an input that can't be made smaller by taking a part away.</summary>
    public Finding Minimize()
    {
        var least = this;
        for (var length = Math.Max(1, Input.Length / 2); ; length = Math.Max(1, length / 2))
        {
            var shorter = least;
            for (var start = 0; start + length <= shorter.Input.Length;)
            {
                if (Find(Target, Seed, shorter.Input.Remove(start, length), out _) is { } found && IsLike(found))
                {
                    shorter = found;
                }
                else
                {
                    start += length;
                }
            }

            var isShorter = shorter.Input.Length < least.Input.Length;
            least = shorter;
            if (length == 1 && !isShorter)
            {
                return least;
            }
        }
    }

    public string Describe() =>
        $"""
         {Target.Name}: the plain code says {Quote(Expected)}, the library {Quote(Actual)}
           again: {Target.Option} --seed {Seed} --inputs {Target.BatchSize}
           input: {Quote(Input)}
         """;

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "That nothing is thrown is what is tested.")]
    private static string Judge(Func<string, string> judge, string input)
    {
        try
        {
            return judge(input);
        }
        catch (Exception exception)
        {
            return Thrown + exception.GetType().Name;
        }
    }

    /// <summary>As a literal of C#: half a character, which no encoding has, is printed as well as any.</summary>
    private static string Quote(string text) => $"\"{string.Concat(text.Select(character => character switch
    {
        '"' or '\\' => $"\\{character}",
        '\n' => "\\n",
        >= ' ' and <= '~' => $"{character}",
        _ => $"\\u{(int)character:x4}",
    }))}\"";

    private bool IsLike(Finding other) =>
        FuzzTarget.NameOf(other.Expected) == FuzzTarget.NameOf(Expected) && FuzzTarget.NameOf(other.Actual) == FuzzTarget.NameOf(Actual);
}
