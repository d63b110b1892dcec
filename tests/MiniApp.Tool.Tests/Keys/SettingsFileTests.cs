namespace MiniApp.Tool.Tests.Keys;

/// <summary>A settings file that an application would not start with.</summary>
public sealed class SettingsFileTests : IDisposable
{
    private readonly TestTool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("{\n  \"Authentication\": {\n    \"AppSecret\": \"" + Example.VkKey + "\n", "It is not valid JSON: see line 3.")]
    [InlineData(Example.VkKey, "It is not valid JSON: see line 1.")]
    [InlineData("[\"" + Example.VkKey + "\"]", "It is not a JSON object, or has the same name twice.")]
    [InlineData("{\"" + Example.VkKey + "\": 1, \"" + Example.VkKey + "\": 1}", "It is not a JSON object, or has the same name twice.")]
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
}
