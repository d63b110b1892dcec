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

    private static readonly Dictionary<string, string> Excused = new(StringComparer.Ordinal)
    {
        ["src/MiniApp.AspNetCore.DevLauncher/Guard/WatchedSecretFile.cs: kept == id"] = "The id of a run is no secret.",
        ["src/MiniApp.AspNetCore/UnusedLaunches/NegotiatedConnection.cs: parameter.Key.Equals(Parameter, StringComparison.OrdinalIgnoreCase)"] = "A parameter's name is none either.",
    };

    [Fact]
    public void What_makes_a_code_compares_in_fixed_time_alone() => Rule.Holds(
        from file in SourceCode.Files
        from comparison in EarlyStops(file, SourceCode.Compilation)
        select ($"{file.FilePath}: {comparison}", "tells where two texts differ"),
        Excused);

    [Theory]
    [InlineData("bool Is(byte[] sign) => HMACSHA256.HashData(Key, Text).AsSpan().SequenceEqual(sign);", "SequenceEqual")]
    [InlineData("bool Is(string sign, LauncherSecret secret) => sign == secret.Text;", "sign == secret.Text")]
    [InlineData("bool Is(string sign, LauncherSecret secret) => !sign.Equals(secret.Text, StringComparison.Ordinal);", "sign.Equals(secret.Text, StringComparison.Ordinal)")]
    [InlineData("bool? Is(string sign, LauncherSecret secret) => secret.Text?.Equals(sign);", ".Equals(sign)")]
    [InlineData("bool Is(string sign, LauncherSecret secret) => Equals(sign, secret.Text);", "Equals(sign, secret.Text)")]
    [InlineData("bool Is(string sign, LauncherSecret secret) => StringComparer.Ordinal.Equals(sign, secret.Text);", "StringComparer.Ordinal.Equals(sign, secret.Text)")]
    [InlineData("bool Is(string sign, LauncherSecret secret) => string.CompareOrdinal(sign, secret.Text) == 0;", "string.CompareOrdinal(sign, secret.Text)")]
    [InlineData("bool Is(string sign, LauncherSecret secret) => string.Equals(sign, secret.Text);", "string.Equals(sign, secret.Text)")]
    [InlineData("bool Is(byte[] sign) => FixedTime.Equals(HMACSHA256.HashData(Key, Text), sign);", null)]
    [InlineData("bool Is(LauncherSecret secret) => secret.Kind == 7 && secret.Text != null;", null)]
    [InlineData("bool Is(byte[] name) => name.SequenceEqual(Sign);", null)]
    public void A_comparison_that_stops_early_is_found(string member, string? comparison)
    {
        var file = CSharpSyntaxTree.ParseText($"using System; using System.Linq; class A {{ {member} }} class Other {{ public string Text; public int Kind; }}"
            .Replace("LauncherSecret secret", "Other secret, LauncherSecret maker", StringComparison.Ordinal));

        Assert.Equal(comparison, EarlyStops(file, SourceCode.Compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(file)).SingleOrDefault());
    }

    private static SimpleNameSyntax? NameOf(ExpressionSyntax method) => method switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => method as SimpleNameSyntax,
    };

    private static IEnumerable<string> EarlyStops(SyntaxTree file, CSharpCompilation compilation)
    {
        var nodes = file.GetRoot().DescendantNodes().ToList();
        var names = nodes.OfType<SimpleNameSyntax>().Select(name => name.Identifier.Text).ToHashSet(StringComparer.Ordinal);
        if (!names.Overlaps(MakersOfCodes))
        {
            return [];
        }

        var model = compilation.GetSemanticModel(file);
        return
        [
            .. StopEarly.Where(names.Contains),
            .. from comparison in nodes.OfType<BinaryExpressionSyntax>()
               where comparison.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression
               where comparison.Right is not LiteralExpressionSyntax && IsText(comparison.Left)
               select comparison.ToString(),
            .. from call in nodes.OfType<InvocationExpressionSyntax>()
               where NameOf(call.Expression) is { Identifier.Text: "Equals" or "Compare" or "CompareOrdinal" or "CompareTo" }
               where IsOfText(call.Expression) || call.ArgumentList.Arguments.Any(argument => IsText(argument.Expression))
               select call.ToString(),
        ];

        bool IsText(ExpressionSyntax expression) => model.GetTypeInfo(expression).Type?.SpecialType == SpecialType.System_String;

        // Whose method it is, also where that may be null.
        bool IsOfText(ExpressionSyntax method) => method switch
        {
            MemberAccessExpressionSyntax access => IsText(access.Expression),
            MemberBindingExpressionSyntax { Parent.Parent: ConditionalAccessExpressionSyntax conditional } => IsText(conditional.Expression),
            _ => false,
        };
    }
}
