using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MiniAppBackend.Tests;

/// <summary>
/// Compiles the C# of a page as a project of the web SDK would. A block that uses <c>builder</c> without making one is a part of a
/// <c>Program.cs</c>, and is compiled between that file's first line and its last two; every other block stands for itself.
/// </summary>
internal static class Snippet
{
    private const string ProgramStart =
        """
        using System.Security.Claims;
        using MaxMiniApp;
        using MaxMiniApp.AspNetCore;
        using MiniApp.AspNetCore;
        using TelegramMiniApp;
        using TelegramMiniApp.AspNetCore;
        using VkMiniApp;
        using VkMiniApp.AspNetCore;
        var builder = WebApplication.CreateBuilder(args);

        """;

    private const string ProgramEnd =
        """

        var app = builder.Build();
        app.Run();

        """;

    private const string ImplicitUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Net.Http.Json;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        """;

    private static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp14);

    /// <summary>A package that was built for an earlier framework runs on this one: no project is warned of that.</summary>
    private static readonly Dictionary<string, ReportDiagnostic> AsTheSdk = new(StringComparer.Ordinal)
    {
        ["CS1701"] = ReportDiagnostic.Suppress,
        ["CS1702"] = ReportDiagnostic.Suppress,
    };

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>What the compiler has to say, warnings included; nothing for good code.</summary>
    public static IReadOnlyList<string> Compile(string code)
    {
        using var assembly = new MemoryStream();
        return
        [
            .. Read(code, "Snippet").Emit(assembly).Diagnostics
                .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
                .Select(diagnostic => diagnostic.ToString()),
        ];
    }

    /// <summary>The assembly that good code makes, to be run.</summary>
    public static byte[] Build(string code, string name)
    {
        using var assembly = new MemoryStream();
        Read(code, name).Emit(assembly);
        return assembly.ToArray();
    }

    private static CSharpCompilation Read(string code, string name)
    {
        var tree = CSharpSyntaxTree.ParseText(Complete(code), Language);
        var isProgram = tree.GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any();
        var options = new CSharpCompilationOptions(
            isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            specificDiagnosticOptions: AsTheSdk);

        return CSharpCompilation.Create(name, [tree, CSharpSyntaxTree.ParseText(ImplicitUsings, Language)], References, options);
    }

    private static string Complete(string code)
    {
        var isPart = code.Contains("builder.", StringComparison.Ordinal) && !code.Contains("builder =", StringComparison.Ordinal);
        if (!isPart)
        {
            return code;
        }

        // Types come last in a file with statements.
        var unit = CSharpSyntaxTree.ParseText(code, Language).GetCompilationUnitRoot();
        var types = unit.Members.FirstOrDefault(member => member is not GlobalStatementSyntax)?.FullSpan.Start ?? code.Length;
        return ProgramStart + code[..types] + ProgramEnd + code[types..];
    }
}
