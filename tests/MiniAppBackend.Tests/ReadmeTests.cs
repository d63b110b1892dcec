using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using VkMiniApp;
using VkMiniApp.AspNetCore;

namespace MiniAppBackend.Tests;

public sealed partial class ReadmeTests
{
    public static TheoryData<string> CSharp => Blocks("csharp");

    public static TheoryData<string> Json => Blocks("json");

    public static TheoryData<string> Pages => [.. Repository.Pages];

    [Theory]
    [MemberData(nameof(CSharp))]
    public void Every_csharp_block_compiles_without_a_warning(string block) => Assert.Empty(Snippet.Compile(Text(block)));

    [Theory]
    [MemberData(nameof(Json))]
    public void Every_json_block_parses(string block) => JsonDocument.Parse(Text(block)).Dispose();

    [Theory]
    [InlineData("var builder = WebApplication.CreateBuilder(args);\nbuilder.Services.AddAuthentication().AddVkMiniApps();", "(2,38): error CS1061")]
    [InlineData("builder.Services.AddAuthentication().AddVkMiniApp(options => options.Lifetimes = TimeSpan.Zero);", "(6,70): error CS1061")]
    [InlineData("builder.Services.AddAuthentication().AddVkMiniApp()", "(6,52): error CS1002")]
    [InlineData("internal sealed class Users : MiniAppEvent;", "(1,31): error CS0246")]
    [InlineData("string text = null;\nConsole.WriteLine(text);", "(1,15): warning CS8600")]
    public void A_block_that_is_wrong_does_not_compile(string code, string complaint) =>
        Assert.StartsWith(complaint, Snippet.Compile(code)[0], StringComparison.Ordinal);

    [Theory]
    [InlineData("System.Console.WriteLine(42);")]
    [InlineData("internal sealed class Users : MiniApp.AspNetCore.MiniAppEvents;")]
    [InlineData("builder.Services.AddSingleton<Users>();\n\ninternal sealed class Users : MiniAppEvents;")]
    public void A_program_a_type_and_a_part_of_a_program_compile(string code) => Assert.Empty(Snippet.Compile(code));

    [Fact]
    public void A_block_without_an_end_is_found() =>
        Assert.Throws<InvalidOperationException>(() => CodeBlock.Read("page.md", "```csharp\nvar x = 1;\n").ToArray());

    [Fact]
    public void The_readme_starts_with_the_two_commands() =>
        Assert.Equal(
            "dotnet run --project samples/MiniAppBackend\ndotnet test",
            CodeBlock.All.First(block => block is { Page: "README.md", Language: "sh" }).Text);

    [Theory]
    [InlineData("dotnet test")]
    [InlineData("dotnet publish samples/MiniAppBackend -c Release -r linux-x64 --self-contained -p:PublishTrimmed=true")]
    public void A_command_of_the_readme_is_one_that_every_change_is_proved_by(string command)
    {
        Assert.Contains(CodeBlock.All, block => block is { Page: "README.md", Language: "sh" } && block.Text.Split('\n')[^1] == command);
        Assert.Contains(command + ' ', Repository.Read(".ci/run"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_options_table_has_every_option_with_its_type_and_default()
    {
        var defaults = new VkMiniAppOptions();
        var expected = typeof(VkMiniAppOptions)
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(option => option.DeclaringType!.Assembly.GetName().Name!.Contains("MiniApp", StringComparison.Ordinal))
            .Select(option => (option.Name, Type: TypeName(option.PropertyType), Default: Default(option.GetValue(defaults))));

        var table = Table("README.md", "Option").Select(row => (row[0].Trim('`'), row[1].Trim('`'), row[2].Trim('`')));

        Assert.Equal(expected, table);
    }

    [Fact]
    public void The_table_of_refusals_has_every_failure_in_the_order_of_the_verdict() =>
        Assert.Equal(
            Enum.GetNames<VkLaunchFailure>().Where(failure => failure != nameof(VkLaunchFailure.None)),
            Table("README.md", "`VkLaunchFailure`").Select(row => row[0].Trim('`')),
            StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_to_a_file_leads_to_one(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;
        var broken = Link().Matches(Repository.Read(page))
            .Select(link => link.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !Path.Exists(Path.Combine(folder, target)));

        Assert.Empty(broken);
    }

    private static TheoryData<string> Blocks(string language) =>
        [.. CodeBlock.All.Where(block => block.Language == language).Select(block => block.ToString())];

    private static string Text(string block) => CodeBlock.All.Single(candidate => candidate.ToString() == block).Text;

    /// <summary>The cells below a table's head whose first cell is this.</summary>
    private static IEnumerable<string[]> Table(string page, string firstHead) => Repository.Read(page)
        .Split('\n')
        .SkipWhile(line => !line.StartsWith($"| {firstHead} |", StringComparison.Ordinal))
        .Skip(2)
        .TakeWhile(line => line.StartsWith('|'))
        .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));

    private static string TypeName(Type type) =>
        Nullable.GetUnderlyingType(type) is { } value ? TypeName(value) + "?"
        : type == typeof(long) ? "long"
        : type == typeof(int) ? "int"
        : type == typeof(bool) ? "bool"
        : type == typeof(string) ? "string"
        : type == typeof(Func<Microsoft.AspNetCore.Http.HttpRequest, string?>) ? "Func<HttpRequest, string?>"
        : type.Name;

    private static string Default(object? value) => value switch
    {
        null => "none",
        true => "true",
        false => "false",
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        int number => number.ToString(CultureInfo.InvariantCulture),
        _ => "see below",
    };

    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
