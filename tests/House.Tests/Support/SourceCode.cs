using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace House.Tests;

/// <summary>The C# below <c>src</c>, read by the compiler as if it were one project.</summary>
internal static class SourceCode
{
    /// <summary>What ImplicitUsings adds to a project.</summary>
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>The files; each tree's path is the file's, from the root.</summary>
    public static IReadOnlyList<SyntaxTree> Files { get; } = Parse("src");

    /// <summary>The files of the tests.</summary>
    public static IReadOnlyList<SyntaxTree> TestFiles { get; } = Parse("tests");

    public static CSharpCompilation Compilation { get; } = CSharpCompilation.Create(
        "House", [.. Files, CSharpSyntaxTree.ParseText(ImplicitUsings)], Framework());

    /// <summary>The types of a file that are in no other type.</summary>
    public static IEnumerable<MemberDeclarationSyntax> TopLevelTypes(SyntaxTree file) => file.GetRoot()
        .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
        .OfType<MemberDeclarationSyntax>()
        .Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);

    public static string NameOf(MemberDeclarationSyntax type) =>
        type is DelegateDeclarationSyntax named ? named.Identifier.Text : ((BaseTypeDeclarationSyntax)type).Identifier.Text;

    public static IEnumerable<string> Namespaces(SyntaxTree file) =>
        file.GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().Select(declared => declared.Name.ToString());

    private static SyntaxTree[] Parse(string room) =>
    [
        .. Tree.Files
            .Where(file => file.StartsWith(room + '/', StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal))
            .Select(file => CSharpSyntaxTree.ParseText(Repository.Read(file), path: file)),
    ];

    // Names of the framework and of packages need not all be found: only those that are declared below src are looked for.
    private static IEnumerable<MetadataReference> Framework() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Select(assembly => MetadataReference.CreateFromFile(assembly));
}
