using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace House.Tests;

/// <summary>A comparison that stops where two texts differ tells a forger how much of a signature was right.</summary>
public sealed class FixedTimeRuleTests
{
    private static readonly string[] MakersOfCodes =
        ["HMACSHA256", "HmacKey", "HexHmac", "SHA256", "Sha256", "MD5", "IncrementalHash", "LauncherSecret"];

    private static readonly string[] StopEarly = ["SequenceEqual", "SequenceCompareTo"];

    [Fact]
    public void What_makes_a_code_compares_in_fixed_time_alone() => Rule.Holds(
        from file in SourceCode.Files
        from call in EarlyStops(file)
        select (file.FilePath, $"compares by {call}, which tells where two texts differ"));

    [Theory]
    [InlineData("class A { bool Is(byte[] sign) => HMACSHA256.HashData(Key, Text).AsSpan().SequenceEqual(sign); }", "SequenceEqual")]
    [InlineData("class A { bool Is(byte[] sign) => FixedTime.Equals(HMACSHA256.HashData(Key, Text), sign); }", null)]
    [InlineData("class A { bool Is(byte[] name) => name.SequenceEqual(Sign); }", null)]
    public void A_comparison_that_stops_early_is_found(string code, string? call) =>
        Assert.Equal(call, EarlyStops(CSharpSyntaxTree.ParseText(code)).SingleOrDefault());

    private static IEnumerable<string> EarlyStops(SyntaxTree file)
    {
        var names = file.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>().Select(name => name.Identifier.Text).ToHashSet(StringComparer.Ordinal);
        return names.Overlaps(MakersOfCodes) ? StopEarly.Where(names.Contains) : [];
    }
}
