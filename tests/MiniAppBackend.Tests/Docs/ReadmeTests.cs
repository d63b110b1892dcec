using System.Text.Json;
using TestSupport;

namespace MiniAppBackend.Tests;

public sealed class ReadmeTests
{
    public static TheoryData<string> CSharp => Blocks("csharp");

    public static TheoryData<string> Json => Blocks("json");

    [Theory]
    [MemberData(nameof(CSharp))]
    public void Every_csharp_block_compiles_without_a_warning(string block) => Assert.Empty(Snippet.Compile(Text(block)));

    [Theory]
    [MemberData(nameof(Json))]
    public void Every_json_block_parses(string block) => JsonDocument.Parse(Text(block)).Dispose();

    [Theory]
    [InlineData("var builder = WebApplication.CreateBuilder(args);\nbuilder.Services.AddAuthentication().AddVkMiniApps();", "(2,38): error CS1061")]
    [InlineData("builder.Services.AddAuthentication().AddVkMiniApp(options => options.Lifetimes = TimeSpan.Zero);", "(10,70): error CS1061")]
    [InlineData("builder.Services.AddAuthentication().AddVkMiniApp()", "(10,52): error CS1002")]
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
    public void The_readme_is_read_in_one_sitting() => Assert.InRange(Repository.Read("README.md").Split('\n').Length - 1, 1, 160);

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

    private static TheoryData<string> Blocks(string language) =>
        [.. CodeBlock.All.Where(block => block.Language == language).Select(block => block.ToString())];

    private static string Text(string block) => CodeBlock.All.Single(candidate => candidate.ToString() == block).Text;
}
