using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TestSupport;

namespace MiniAppBackend.Tests;

/// <summary>Every threat of the page has an answer, and what is said to prove it is there.</summary>
public sealed partial class ThreatModelTests
{
    private const string Page = "docs/threat-model.md";

    /// <summary>The classes of tests, each with the names of its tests. A generic class is run by those that it is the base of.</summary>
    private static readonly Lazy<ILookup<string, string>> Tests = new(() => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !Folders().IsMatch(file))
        .SelectMany(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
        .Where(method => method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => IsTest(attribute.Name.ToString())))
        .ToLookup(
            method => ((TypeDeclarationSyntax)method.Parent!).Identifier.Text, method => method.Identifier.Text, StringComparer.Ordinal));

    [Fact]
    public void Every_test_and_every_script_that_is_named_is_there() => Assert.Empty(Missing(Repository.Read(Page)));

    [Theory]
    [InlineData("ThreatModelTests.Every_threat_has_an_answer_and_a_proof_or_says_what_the_application_must_do", null)]
    [InlineData("ThreatModelTests", null)]
    [InlineData("ThreatModelTests.Every_threat_has_an_answer", "ThreatModelTests.Every_threat_has_an_answer")]
    [InlineData("ThreatModelTests.Missing", "ThreatModelTests.Missing")]
    [InlineData("ThreatModelTest", "ThreatModelTest")]
    [InlineData("RefusalTests.A_launch_without_a_user_is_refused", null)]
    [InlineData(".ci/run", null)]
    [InlineData(".ci/ran", ".ci/ran")]
    public void What_is_not_there_is_found(string name, string? missing) =>
        Assert.Equal(missing, Missing($"| B-S1 | A threat. | An answer. | `{name}` |").SingleOrDefault());

    [Fact]
    public void Every_threat_has_an_answer_and_a_proof_or_says_what_the_application_must_do() =>
        Assert.Empty(Threats(Repository.Read(Page)).Where(cells => !IsAnswered(cells)).Select(cells => cells[0]));

    [Theory]
    [InlineData("| B-S1 | A threat. | An answer. | `ThreatModelTests` |", true)]
    [InlineData("| B-S1 | A threat. | **Not answered**: the application must look. | |", true)]
    [InlineData("| B-S1 | A threat. | An answer that nothing proves. | |", false)]
    [InlineData("| B-S1 | A threat. | | `ThreatModelTests` |", false)]
    [InlineData("| B-S1 | A threat. | **Not answered** | |", false)]
    public void A_threat_without_an_answer_is_found(string row, bool isAnswered) =>
        Assert.Equal(isAnswered, IsAnswered(Threats(row).Single()));

    /// <summary>Each kind is asked about at each boundary; a number is there once.</summary>
    [Fact]
    public void Every_boundary_is_asked_about_every_kind_of_threat()
    {
        var names = Threats(Repository.Read(Page)).Select(cells => cells[0]).ToList();

        Assert.Equal(names.Distinct(StringComparer.Ordinal), names, StringComparer.Ordinal);
        Assert.All(
            "PNBCRDEF".SelectMany(boundary => "STRIDE".Select(kind => $"{boundary}-{kind}")),
            prefix => Assert.Contains(names, name => name.StartsWith(prefix, StringComparison.Ordinal)));
    }

    private static IEnumerable<string[]> Threats(string page) => page
        .Split('\n')
        .Where(line => Threat().IsMatch(line))
        .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));

    private static bool IsAnswered(string[] cells) => cells is [_, { Length: > 0 }, var answer, var proof]
        && (proof.Length > 0 ? answer.Length > 0 : NotAnswered().IsMatch(answer));

    private static IEnumerable<string> Missing(string page) => Threats(page)
        .SelectMany(cells => Name().Matches(cells[^1]).Select(match => match.Groups["name"].Value))
        .Where(name => !(name.StartsWith(".ci/", StringComparison.Ordinal) ? File.Exists(Path.Combine(Repository.Root, name)) : IsThere(name)));

    private static bool IsThere(string name) => name.Split('.') is [var type, var test]
        ? Tests.Value[type].Contains(test, StringComparer.Ordinal)
        : Tests.Value.Contains(name);

    private static bool IsTest(string attribute) =>
        attribute.EndsWith("Fact", StringComparison.Ordinal) || attribute.EndsWith("Theory", StringComparison.Ordinal);

    [GeneratedRegex(@"[\\/](bin|obj|node_modules)[\\/]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Folders();

    [GeneratedRegex(@"^\| [A-Z]-[A-Z]\d+ \|", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Threat();

    [GeneratedRegex(@"\*\*Not answered\*\*[^|]*: [^|]{20,}", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex NotAnswered();

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Name();
}
