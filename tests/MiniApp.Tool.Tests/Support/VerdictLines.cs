using System.Text;
using System.Text.Json;

namespace MiniApp.Tool.Tests;

/// <summary>What verify writes, a word for each line: <c>ok</c>, or the reason with its detail.</summary>
internal static class VerdictLines
{
    public static string[] Verify(this TestTool tool, string input, params string[] options) =>
        tool.Verify(Encoding.UTF8.GetBytes(input), options);

    /// <summary>Runs verify, and checks its exit code against what it writes.</summary>
    public static string[] Verify(this TestTool tool, byte[] input, params string[] options)
    {
        var result = tool.RunOn(input, ["verify", .. options]);
        var verdicts = Read(result.Output);

        Assert.Equal(("", Array.TrueForAll(verdicts, verdict => verdict == "ok") ? 0 : 1), (result.Error, result.Status));
        return verdicts;
    }

    public static string[] Read(string output) => [.. output.TrimEnd('\n').Split('\n').Select((line, index) =>
    {
        using var json = JsonDocument.Parse(line);
        var verdict = json.RootElement;
        Assert.Equal(index + 1, verdict.GetProperty("line").GetInt32());

        var words = new[] { "reason", "detail" }.Select(name => verdict.TryGetProperty(name, out var word) ? word.GetString() : null);
        return verdict.GetProperty("ok").GetBoolean() ? "ok" : string.Join(' ', words.Where(word => word is not null));
    })];
}
