using System.Reflection;
using PublicApiGenerator;

namespace TestSupport;

/// <summary>
/// An assembly's public surface as text. It is a promise, and changes only together with <c>PublicApi.approved.txt</c>, where a reviewer
/// sees it.
/// </summary>
public static class PublicApi
{
    // What extends the framework's types is in the framework's namespaces, which the generator leaves out unless told.
    private static readonly ApiGeneratorOptions Everything = new() { IncludeAssemblyAttributes = false, DenyNamespacePrefixes = [] };

    public static void AssertApproved(Assembly assembly)
    {
        var received = assembly.GeneratePublicApi(Everything).ReplaceLineEndings("\n").TrimEnd('\n') + '\n';
        var approved = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "PublicApi.approved.txt")).ReplaceLineEndings("\n");

        if (received != approved)
        {
            var path = Path.Combine(AppContext.BaseDirectory, "PublicApi.received.txt");
            File.WriteAllText(path, received);
            Assert.Fail($"""
                The public surface has changed. If that is meant, copy {path} over PublicApi.approved.txt.
                {Difference(approved, received)}
                """);
        }
    }

    private static string Difference(string approved, string received)
    {
        var (old, now) = (approved.Split('\n'), received.Split('\n'));
        var lines = old.Except(now, StringComparer.Ordinal).Select(line => "- " + line)
            .Concat(now.Except(old, StringComparer.Ordinal).Select(line => "+ " + line));

        return string.Join('\n', lines);
    }
}
