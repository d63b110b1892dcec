using Microsoft.CodeAnalysis.CSharp;

namespace House.Tests;

/// <summary>A folder can be read without those that stand on it.</summary>
public sealed class CircleTests
{
    private static readonly Dictionary<string, string> Excused = new(StringComparer.Ordinal)
    {
        ["src/MiniApp.AspNetCore, src/MiniApp.AspNetCore/Events"] =
            "The options hold the events, and an event's context holds the options, as ASP.NET Core has it.",
    };

    [Fact]
    public void Folders_of_src_do_not_lean_on_each_other_in_a_circle() =>
        Rule.Holds(FolderGraph.Read(SourceCode.Compilation).FindCircles(), Excused);

    [Theory]
    [InlineData("class A { B b; }", "class B { A a; }")]
    [InlineData("class A { int a = new B().C; }", "class B { public int C; A a; }")]
    [InlineData("static class A { static int X(this string s) => B.Y(s); }", "static class B { static int Y(string s) => s.X(); }")]
    [InlineData("class A { class Inner { } B b; }", "class B { A.Inner i; }")]
    [InlineData("[B] class A { }", "class BAttribute : System.Attribute { A a; }")]
    public void Two_folders_whose_types_name_each_other_are_a_circle(string a, string b) =>
        Assert.Equal(("src/A, src/B", "src/A -> src/B (B); src/B -> src/A (A)"), Normalize(Assert.Single(Read(a, b))));

    [Theory]
    [InlineData("class A { B b; }", "class B { }")]
    [InlineData("class A { B b; }", "/// <summary><see cref=\"A\"/> holds it.</summary>\nclass B { }")]
    [InlineData("class A { B b; }", "class B { string A = \"A\"; }")]
    public void One_folder_that_leans_on_another_is_none(string a, string b) => Assert.Empty(Read(a, b));

    [Fact]
    public void A_circle_may_be_long() => Assert.Equal(
        "src/A, src/B, src/C", Assert.Single(Read("class A { B b; }", "class B { C c; }", "class C { A a; }")).Folders);

    private static (string, string) Normalize((string Folders, string Arrows) circle) =>
        (circle.Folders, circle.Arrows.Replace("BAttribute", "B", StringComparison.Ordinal));

    /// <summary>The circles between folders that hold a file each.</summary>
    private static IEnumerable<(string Folders, string Arrows)> Read(params string[] files) => FolderGraph
        .Read(SourceCode.Compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(
            files.Select((code, index) => CSharpSyntaxTree.ParseText(code, path: $"src/{(char)('A' + index)}/File.cs"))))
        .FindCircles();
}
