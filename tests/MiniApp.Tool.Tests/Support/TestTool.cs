using System.Text;
using MiniApp.Tool.Terminal;
using TestSupport;

namespace MiniApp.Tool.Tests;

/// <summary>The tool's own entry point, in environment that a test makes up. Whatever it prints, a key is never in it.</summary>
internal sealed class TestTool : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mini-app-");

    public TestTool(bool withKeys = true)
    {
        Environment = withKeys ? new(Example.Environment, StringComparer.Ordinal) : new(StringComparer.Ordinal);
        Directory.CreateDirectory(Folder);
        Directory.CreateDirectory(SecretsFolder);
    }

    public TestClock Clock { get; } = new(Example.Now);

    public Dictionary<string, string> Environment { get; }

    /// <summary>The current directory.</summary>
    public string Folder => Path.Combine(_folder.FullName, "current");

    private string SecretsFolder => Path.Combine(_folder.FullName, "secrets");

    public ToolResult Run(params string[] arguments) => RunOn([], arguments);

    public ToolResult RunOn(string input, params string[] arguments) => RunOn(Encoding.UTF8.GetBytes(input), arguments);

    public ToolResult RunOn(byte[] input, params string[] arguments) => RunOn(new MemoryStream(input), new StringWriter(), arguments);

    public ToolResult RunOn(Stream input, StringWriter output, params string[] arguments)
    {
        using var error = new StringWriter();
        var status = MiniAppCommandLine.Run(
            arguments,
            new ToolEnvironment(input, output, error, Clock, Environment, Folder, SecretsPath));

        var result = new ToolResult(status, output.ToString(), error.ToString());
        foreach (var key in Example.Keys)
        {
            Assert.DoesNotContain(key, result.Output, StringComparison.Ordinal);
            Assert.DoesNotContain(key, result.Error, StringComparison.Ordinal);
        }

        return result;
    }

    /// <summary>Runs the tool in a directory that was removed.</summary>
    public static ToolResult RunNowhere(IReadOnlyDictionary<string, string> environment, string input, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var status = MiniAppCommandLine.Run(
            arguments,
            new ToolEnvironment(
                new MemoryStream(Encoding.UTF8.GetBytes(input)), output, error, new TestClock(Example.Now), environment, "", id => id));

        return new ToolResult(status, output.ToString(), error.ToString());
    }

    /// <summary>Writes a project, by its path from the current directory.</summary>
    public void AddProject(string path, string userSecretsId) =>
        AddFile(path, $"<Project><PropertyGroup><UserSecretsId>{userSecretsId}</UserSecretsId></PropertyGroup></Project>");

    public void AddFile(string path, string text)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public void AddUserSecrets(string id, string json) => File.WriteAllText(SecretsPath(id), json);

    public void Dispose() => _folder.Delete(recursive: true);

    private string SecretsPath(string id) => Path.Combine(SecretsFolder, id + ".json");
}
