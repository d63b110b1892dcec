using System.Text;
using Microsoft.Extensions.Configuration;
using MiniApp.Tool.Keys;

namespace MiniApp.Tool.Tests.Keys;

/// <summary>A settings file as an application reads it, and those that it would not start with.</summary>
public sealed class SettingsFileTests : IDisposable
{
    private readonly TestTool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("{\n  \"Authentication\": {\n    \"AppSecret\": \"" + Example.VkKey + "\n", "It is not valid JSON: see line 3.")]
    [InlineData(Example.VkKey, "It is not valid JSON: see line 1.")]
    [InlineData("[\"" + Example.VkKey + "\"]", "It is not a JSON object, or has the same name twice.")]
    [InlineData("{\"" + Example.VkKey + "\": 1, \"" + Example.VkKey + "\": 1}", "It is not a JSON object, or has the same name twice.")]
    [InlineData("{\"" + Example.VkKey + "\": \"\\ud800\"}", "It has half a character in it, such as \\ud800, which no text can hold.")]
    [InlineData("{\"" + Example.VkKey + "\\ud800\": 1}", "It has half a character in it, such as \\ud800, which no text can hold.")]
    [InlineData("{\"a\": {\"b\": 1}, \"A:B\": 1}", "It is not a JSON object, or has the same name twice.")]
    [InlineData("", "It is empty, or not a regular file.")]
    public void A_broken_file_is_named_with_the_place_and_nothing_of_it_is_repeated(string text, string hint)
    {
        _tool.AddFile("appsettings.json", text);
        var complaint = $"error: {Path.Combine(_tool.Folder, "appsettings.json")} cannot be read. | hint: {hint}";

        Assert.Equal(complaint, _tool.Run("sign", "--user-id", "42").Wrong());
        Assert.Equal(complaint, _tool.Run("inspect", "a=1&b=2").Wrong());
        Assert.Equal(complaint, _tool.RunOn("a=1&b=2", "verify").Wrong());
    }

    [Fact]
    public void A_file_of_deep_objects_is_refused_and_not_followed_down()
    {
        _tool.AddFile("appsettings.Development.json", string.Concat(Enumerable.Repeat("{\"a\":", 50_000)) + "1" + new string('}', 50_000));

        Assert.EndsWith("hint: It is not valid JSON: see line 1.", _tool.RunOn("a=1&b=2", "verify").Wrong(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-32", true)]
    public void What_is_read_is_what_an_application_has(string encoding, bool hasMark)
    {
        const string Text = """
            {
                // Comments, and commas that nothing follows.
                "a": { "b": null, "c": {}, "d": [], "e": [1.50, "ж", { "f": true }, [null, {}, []],], },
                /* As in VS Code. */ "g:h": "", "j": "\u0000\ud83d\ude00", "i": { "": 1 },
            }
            """;
        var writer = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. hasMark ? writer.GetPreamble() : [], .. writer.GetBytes(Text)];
        var path = Path.Combine(_tool.Folder, "appsettings.json");
        File.WriteAllBytes(path, bytes);

        Assert.Equal(
            new ConfigurationBuilder().AddJsonStream(new MemoryStream(bytes)).Build().AsEnumerable(),
            new ConfigurationBuilder().Add(SettingsFile.Read(path)!).Build().AsEnumerable());
    }

    [Theory]
    [InlineData("\"a\":1,")]
    [InlineData("\"a\":{},")]
    [InlineData("\"a\":[1],")]
    public void One_long_name_around_many_short_ones_does_not_take_the_memory_of_the_machine(string member)
    {
        var members = string.Concat(Enumerable.Range(0, 50_000).Select(index => member.Replace("a", $"{index:x}", StringComparison.Ordinal)));
        _tool.AddFile("appsettings.json", $"{{\"{new string('x', 400_000)}\":{{{members}}}}}");

        Assert.EndsWith(
            "hint: The names of its settings are too long, with those of the objects around them.", _tool.RunOn("a=1&b=2", "verify").Wrong(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_file_of_other_settings_is_read()
    {
        var members = string.Concat(Enumerable.Range(0, 30_000).Select(index => $"\"Text{index}\":\"x\","));
        _tool.AddFile("appsettings.json", $"{{\"Resources\":{{\"Words\":{{{members}}}}}}}");

        Assert.Equal(["malformed"], _tool.Verify("a"), StringComparer.Ordinal);
    }
}
