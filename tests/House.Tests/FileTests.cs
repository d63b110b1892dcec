using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace House.Tests;

/// <summary>What a file below <c>src</c> looks like.</summary>
public sealed class FileTests
{
    private const int MostLines = 260;

    private static readonly string[] Sources = [".cs", ".js", ".css", ".html"];

    [Fact]
    public void A_file_is_read_at_one_sitting() => Rule.Holds(
        from file in Tree.Files
        where file.StartsWith("src/", StringComparison.Ordinal) && Sources.Contains(Path.GetExtension(file), StringComparer.Ordinal)
        let lines = File.ReadLines(Path.Combine(Repository.Root, file)).Count()
        where lines > MostLines
        select (file, $"has {lines} lines, more than {MostLines}"));

    [Fact]
    public void A_file_holds_one_type() => Rule.Holds(
        from file in SourceCode.Files
        let types = SourceCode.TopLevelTypes(file).Select(SourceCode.NameOf).ToArray()
        where types.Length > 1
        select (file.FilePath, $"holds {string.Join(", ", types)}"));

    [Fact]
    public void A_file_is_named_like_its_type_and_the_part_of_it() => Rule.Holds(
        from file in SourceCode.Files
        from type in SourceCode.TopLevelTypes(file).Take(1)
        let name = Path.GetFileNameWithoutExtension(file.FilePath)
        let isPart = type.Modifiers.Any(SyntaxKind.PartialKeyword) && name.StartsWith(SourceCode.NameOf(type) + ".", StringComparison.Ordinal)
        where SourceCode.NameOf(type) != name && !isPart
        select (file.FilePath, $"holds {SourceCode.NameOf(type)}"));
}
