using System.Globalization;
using VkMiniApp;
using VkMiniApp.Tests;

namespace MiniApp.Fuzz;

/// <summary>What VK's bridge signs beside a launch: a created hash or a contact. Whose launch it is, the value, a time, the signature.</summary>
/// <param name="name">The name for the command line.</param>
/// <param name="sign">The right signature of a value and a time.</param>
/// <param name="expected">The verdict by plain code.</param>
/// <param name="actual">The verdict by the library.</param>
internal sealed class VkBridgeTarget(
    string name,
    Func<string, long, string> sign,
    Func<string, string, long, string, string> expected,
    Func<VkLaunchParams?, string, long, string, string> actual)
    : FuzzTarget(name)
{
    public override Func<string> Inputs(int seed)
    {
        var (cases, mutator) = (new CaseGenerator(seed), new Mutator(seed));
        return () =>
        {
            var value = SignatureCases.NextValue(cases) ?? "";
            var time = Example.Now + cases.Next(500) - 400;
            var right = SignatureCases.IsText(value) ? sign(value, time) : "";
            string[] values = [SignatureCases.NextKind(cases), value, $"{time}", (right.Length > 0 ? SignatureCases.NextSign(cases, right) : "") ?? ""];
            values[1] = mutator.Mutate(values[1]);
            return string.Join(Separator, values);
        };
    }

    public override string Expected(string input) => Read(input) is var (kind, value, time, code) ? expected(kind, value, time, code) : "";

    public override string Actual(string input) =>
        Read(input) is var (kind, value, time, code) ? actual(SignatureCases.Launches[kind], value, time, code) : "";

    private static (string Kind, string Value, long Time, string Sign)? Read(string input) =>
        input.Split(Separator) is [var kind, var value, var time, var sign] && SignatureCases.Launches.ContainsKey(kind) && long.TryParse(time, CultureInfo.InvariantCulture, out var parsed)
            ? (kind, value, parsed, sign)
            : null;
}
