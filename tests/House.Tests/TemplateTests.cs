using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;

namespace House.Tests;

/// <summary>What <c>dotnet new miniapp</c> is told in <c>template.json</c>, against what it makes and what is written of it.</summary>
public sealed partial class TemplateTests
{
    private const string Folder = "src/MiniApp.Templates/content/miniapp";

    private static readonly JsonElement Template = Read($"{Folder}/.template.config/template.json");

    private static readonly string[] Content =
    [
        .. Directory.GetFiles(Path.Combine(Repository.Root, Folder), "*", SearchOption.AllDirectories)
            .Where(file => !file.Contains(".template.config", StringComparison.Ordinal))
            .Select(File.ReadAllText),
    ];

    [Fact]
    public void Whatever_is_to_be_replaced_is_there() => Rule.Holds(
        from symbol in Template.GetProperty("symbols").EnumerateObject()
        where symbol.Value.TryGetProperty("replaces", out _)
        let text = symbol.Value.GetProperty("replaces").GetString()!
        where !Array.Exists(Content, file => file.Contains(text, StringComparison.Ordinal))
        select (symbol.Name, $"replaces {text}, which no file has"));

    [Fact]
    public void No_version_is_kept_by_hand() => Rule.Holds(
        from version in Content.SelectMany(file => PackageVersion().Matches(file)).Select(version => version.Groups["version"].Value)
        where !Template.GetProperty("symbols").EnumerateObject().Any(symbol =>
            symbol.Value.TryGetProperty("replaces", out var text) && text.GetString() == version
            && symbol.Value.GetProperty("parameters").GetProperty("value").GetString() is ['{', '{', ..])
        select (version, "is written down in a project of the template"));

    [Fact]
    public void Files_of_editors_that_hold_a_launch_are_not_committed()
    {
        var ignored = File.ReadAllLines(Path.Combine(Repository.Root, Folder, ".gitignore"));

        // What docs/command-line.md tells to write a launch to.
        Assert.Contains("*.user", ignored);
        Assert.Contains("http-client.private.env.json", ignored);
    }

    [Fact]
    public void A_namespace_is_never_a_keyword()
    {
        var rename = new Regex(
            Template.GetProperty("forms").GetProperty("renameWhatCSharpTakes").GetProperty("pattern").GetString()!,
            RegexOptions.None, TimeSpan.FromSeconds(30));
        var keywords = SyntaxFacts.GetReservedKeywordKinds().Select(SyntaxFacts.GetText).Where(text => !text.StartsWith('_'));

        Assert.All(keywords, keyword => Assert.Equal($"_{keyword}.a._{keyword}.{keyword}s", rename.Replace($"{keyword}.a.{keyword}.{keyword}s", "_$1")));
    }

    [Theory]
    [InlineData("src/MiniApp.Templates/PACKAGE.md")]
    [InlineData("docs/templates.md")]
    public void A_page_has_every_option_with_its_default(string page)
    {
        var host = Read($"{Folder}/.template.config/dotnetcli.host.json").GetProperty("symbolInfo");
        var rows = from symbol in Template.GetProperty("symbols").EnumerateObject()
                   where symbol.Value.GetProperty("type").GetString() == "parameter"
                   let option = $"--{host.GetProperty(symbol.Name).GetProperty("longName").GetString()}"
                   let initially = symbol.Value.GetProperty("defaultValue").GetString()
                   select symbol.Value.TryGetProperty("choices", out var choices)
                       ? $"| `{option} <{string.Join("\\|", choices.EnumerateArray().Select(choice => choice.GetProperty("choice").GetString()))}>` | `{initially}` |"
                       : $"| `{option}` | {(initially == "false" ? "no" : initially)} |";

        Assert.All(rows, row => Assert.Contains(row, Repository.Read(page), StringComparison.Ordinal));
    }

    [Fact]
    public void Whatever_a_user_reads_is_there_in_Russian()
    {
        var russian = Read($"{Folder}/.template.config/localize/templatestrings.ru.json").EnumerateObject().Select(text => text.Name);
        var symbols = from symbol in Template.GetProperty("symbols").EnumerateObject()
                      where symbol.Value.GetProperty("type").GetString() == "parameter"
                      from text in Texts($"symbols/{symbol.Name}", symbol.Value)
                      select text;

        Assert.Equal(
            symbols.Concat(["author", "name", "description", "postActions/restore/description", "postActions/restore/manualInstructions/default/text"])
                .Order(StringComparer.Ordinal),
            russian.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Texts(string path, JsonElement element) => new[] { "displayName", "description" }
        .Where(name => element.TryGetProperty(name, out _))
        .Select(name => $"{path}/{name}")
        .Concat(element.TryGetProperty("choices", out var choices)
            ? choices.EnumerateArray().SelectMany(choice => Texts($"{path}/choices/{choice.GetProperty("choice").GetString()}", choice))
            : []);

    private static JsonElement Read(string file) => JsonSerializer.Deserialize<JsonElement>(Repository.Read(file));

    [GeneratedRegex("""<PackageReference [^>]*Version="(?<version>[^"]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex PackageVersion();
}
