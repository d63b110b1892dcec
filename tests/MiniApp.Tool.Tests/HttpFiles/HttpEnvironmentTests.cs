using System.Runtime.Versioning;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MiniApp.Tool.Tests.HttpFiles;

/// <summary>The variables of <c>.http</c> files.</summary>
public sealed class HttpEnvironmentTests : IDisposable
{
    private const string User = "http-client.env.json.user";

    private readonly TestTool _tool = new();

    private string Everything => string.Join('\n', Directory.GetFiles(_tool.Folder).Select(File.ReadAllText));

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("vk")]
    [InlineData("telegram")]
    [InlineData("max")]
    public void The_variable_is_the_header_that_the_same_request_has(string platform)
    {
        var request = Sign("--platform", platform, "--as", "http");
        var environments = JsonNode.Parse(Sign("--platform", platform, "--as", "env"))!;

        Assert.Equal([platform], environments["dev"]!.AsObject().Select(variable => variable.Key), StringComparer.Ordinal);
        Assert.EndsWith($"\nAuthorization: {environments["dev"]![platform]}\n\n", request, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_made_for_this_user_alone_and_the_token_is_not_printed()
    {
        Assert.Equal($"{{{{vk}}}} is set in the environment dev of {User}.\n", Sign("--as", "env", "--output", User));

        Assert.StartsWith("Bearer ", Read(User)["dev"]!["vk"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal([User], Directory.GetFiles(_tool.Folder).Select(Path.GetFileName), StringComparer.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(PathOf(User)));
        }
    }

    [Fact]
    public void What_else_is_in_the_file_stays()
    {
        AddOwnFile("""{ "$shared": { "address": "http://localhost:5000/?a=1&b=<ж>", "number": 1.50 }, "dev": { "vk": "old", "other": [null] }, "prod": 7 }""");

        Sign("--as", "env", "--output", User);
        Sign("--as", "env", "--output", User, "--platform", "max", "--env-name", "test stand", "--variable", "anna");

        var file = Read(User);
        var token = file["dev"]!["vk"]!.GetValue<string>();
        Assert.StartsWith("Bearer ", token, StringComparison.Ordinal);
        Assert.StartsWith("max ", file["test stand"]!["anna"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(
            $$"""
            {
              "$shared": {
                "address": "http://localhost:5000/?a=1&b=<ж>",
                "number": 1.50
              },
              "dev": {
                "vk": "{{token}}",
                "other": [
                  null
                ]
              },
              "prod": 7,
              "test stand": {
                "anna": "{{file["test stand"]!["anna"]}}"
              }
            }

            """,
            File.ReadAllText(PathOf(User)));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{} // ours")]
    [InlineData("""{"dev":{},"dev":{"a":"b"}}""")]
    [InlineData("""{"dev":{"a":"b","a":"c"}}""")]
    [InlineData("""{"dev":{"a":"\ud800"}}""")]
    [InlineData("""{"dev":{"\udc00":"a"}}""")]
    public void A_file_of_which_something_would_be_lost_is_refused_and_stays(string text)
    {
        _tool.AddFile(User, text);

        Assert.Contains("is not changed: it is no object of JSON, or has a comment, a name twice or half a character, which would be lost.", Refuse("--output", User), StringComparison.Ordinal);

        Assert.Equal(text, Everything);
    }

    [Fact]
    public void A_file_that_is_not_UTF_8_is_refused_and_stays()
    {
        byte[] bytes = [.. "{\"dev\":{\"a\":\""u8, 0xE9, .. "\"}}"u8];
        File.WriteAllBytes(PathOf(User), bytes);

        Assert.Contains("is not changed", Refuse("--output", User), StringComparison.Ordinal);

        Assert.Equal(bytes, File.ReadAllBytes(PathOf(User)));
    }

    [Fact]
    public void A_name_that_stands_for_something_else_than_an_environment_is_refused_and_stays()
    {
        _tool.AddFile(User, """{"dev":"x"}""");

        Assert.Contains("something else under the name of this environment", Refuse("--output", User), StringComparison.Ordinal);

        Assert.Equal("""{"dev":"x"}""", Everything);
    }

    [Theory]
    [InlineData("no/such/folder.json", "cannot be written")]
    [InlineData(".", "cannot be read")]
    public void What_cannot_be_written_is_refused_in_words_without_the_token(string path, string error)
    {
        Assert.Contains(error, Refuse("--output", path), StringComparison.Ordinal);

        Assert.Empty(Directory.GetFiles(_tool.Folder));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void A_file_keeps_its_mode_and_a_link_leads_where_it_led()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has neither.");
        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        _tool.AddFile("real.json", "{}");
        File.SetUnixFileMode(PathOf("real.json"), mode);
        File.CreateSymbolicLink(PathOf(User), "real.json");

        Sign("--as", "env", "--output", User);

        Assert.Equal("real.json", new FileInfo(PathOf(User)).LinkTarget);
        Assert.NotNull(Read("real.json")["dev"]!["vk"]);
        Assert.Equal(mode, File.GetUnixFileMode(PathOf("real.json")));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void A_file_that_every_user_of_the_machine_may_read_gets_a_warning()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other rights.");
        _tool.AddFile(User, "{}");
        File.SetUnixFileMode(PathOf(User), (UnixFileMode)0b110_100_100);

        var result = _tool.Run("sign", "--user-id", "42", "--as", "env", "--output", User);

        Assert.Equal(
            (0, $"warning: Other users of this machine may read {User}, and the token is as good as a password: 'chmod o-r' keeps it to you.\n"),
            (result.Status, result.Error.ReplaceLineEndings("\n")));
    }

    [Fact]
    public void A_file_that_starts_with_a_byte_order_mark_is_read()
    {
        AddOwnFile("\ufeff{}");

        Sign("--as", "env", "--output", User);

        Assert.NotNull(Read(User)["dev"]!["vk"]);
    }

    [Fact]
    public void A_file_that_is_usually_committed_gets_a_warning()
    {
        var result = _tool.Run("sign", "--user-id", "42", "--as", "env", "--output", "http-client.env.json");

        Assert.Equal(0, result.Status);
        Assert.StartsWith("warning: http-client.env.json is usually committed", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--output", "x.json")]
    [InlineData("--env-name", "dev")]
    [InlineData("--variable", "vk")]
    public void Options_of_the_file_are_for_no_other_form(string option, string value)
    {
        Assert.StartsWith($"error: {option} is an option for --as env alone.", _tool.Run("sign", "--user-id", "42", option, value).Wrong(), StringComparison.Ordinal);

        Assert.Empty(Directory.GetFiles(_tool.Folder));
    }

    /// <summary>A file that is there already, and this user's alone.</summary>
    private void AddOwnFile(string text)
    {
        _tool.AddFile(User, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(PathOf(User), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    private string PathOf(string name) => Path.Combine(_tool.Folder, name);

    private JsonNode Read(string name) => JsonNode.Parse(File.ReadAllText(PathOf(name)), documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false })!;

    private string Sign(params string[] options) => _tool.Run(["sign", "--user-id", "42", .. options]).Good();

    private string Refuse(params string[] options) => _tool.Run(["sign", "--user-id", "42", "--as", "env", .. options]).Wrong();
}
