using System.Reflection;

namespace MiniApp.AspNetCore;

/// <summary>Whether the application is run by a build, which asks it for its OpenAPI documents and has none of its keys.</summary>
internal static class DesignTime
{
    /// <summary>
    /// The program of <c>Microsoft.Extensions.ApiDescription.Server</c> that starts the application without a server: it answers nobody.
    /// </summary>
    private const string Documenter = "GetDocument.Insider";

    public static bool IsNow { get; } = IsRunBy(Assembly.GetEntryAssembly()?.GetName().Name);

    public static bool IsRunBy(string? program) => program == Documenter;
}
