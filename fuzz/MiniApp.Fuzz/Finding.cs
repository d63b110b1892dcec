using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace MiniApp.Fuzz;

/// <summary>An input on which the library and the plain code disagree.</summary>
internal sealed record Finding(FuzzTarget Target, int Seed, string Input, string Expected, string Actual)
{
    /// <summary>Judges an input twice; <see langword="null"/> where the verdicts are the same.</summary>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "That nothing is thrown is what is tested.")]
    public static Finding? Find(FuzzTarget target, int seed, string input, out string expected)
    {
        expected = target.Expected(input);
        string actual;
        try
        {
            actual = target.Actual(input);
        }
        catch (Exception exception)
        {
            actual = exception.GetType().Name;
        }

        return actual == expected ? null : new Finding(target, seed, input, expected, actual);
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
                if (Find(Target, Seed, shorter.Input.Remove(start, length), out _) is { } found && found.Expected == Expected && found.Actual == Actual)
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
         {Target.Name}: the plain code says {Expected}, the library {Actual}
           again: --target {Target.Name} --seed {Seed} --inputs {Target.BatchSize}
           input: {JsonSerializer.Serialize(Input)}
         """;
}
