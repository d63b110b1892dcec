using System.Text;

namespace MiniApp.Tool.Tests;

/// <summary>What only a process of its own can show: its streams, its environment, its exit status.</summary>
public sealed class ProgramTests
{
    [Fact]
    public async Task What_is_signed_is_verified_and_a_forged_line_is_the_exit_status()
    {
        var token = await ToolProcess.RunAsync([], Example.Environment, "sign", "--user-id", "42", "--param", "vk_ref=Жанна", "--as", "token");
        byte[] lines = [.. Encoding.ASCII.GetBytes(token.Good()), 0xFF, 0x1B, (byte)'\n'];
        var verdicts = await ToolProcess.RunAsync(lines, Example.Environment, "verify");

        Assert.Equal(
            new ToolResult(
                1,
                "{\"line\":1,\"ok\":true,\"userId\":42,\"appId\":6736218}\n{\"line\":2,\"ok\":false,\"reason\":\"malformed\"}\n",
                ""),
            verdicts);
    }

    [Fact]
    public async Task A_token_is_shown_in_utf_8()
    {
        var shown = await ToolProcess.RunAsync(
            [], Example.Environment, "inspect", "--platform", "telegram", Example.Sign("telegram", additional: ("start_param", "Жанна")));

        Assert.Equal(1, shown.Status);
        Assert.StartsWith("Platform     Telegram\n", shown.Output, StringComparison.Ordinal);
        Assert.Contains("\n  start_param  Жанна\n", shown.Output, StringComparison.Ordinal);
        Assert.Contains("\nVerdict      refused: expired\n", shown.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x.csproj", "inspect", false)]
    [InlineData("x.csproj", "verify", true)]
    [InlineData("x.csproj", "sign", true)]
    [InlineData("appsettings.json", "verify", false)]
    [InlineData("appsettings.Development.json", "verify", true)]
    public async Task A_pipe_where_the_tool_looks_does_not_hold_it_up(string name, string command, bool isLink)
    {
        var folder = Directory.CreateTempSubdirectory("mini-app-");
        try
        {
            var path = Path.Combine(folder.FullName, name);
            Pipe.Create(isLink ? Path.Combine(folder.FullName, "pipes", "pipe") : path);
            if (isLink)
            {
                File.CreateSymbolicLink(path, Path.Combine("pipes", "pipe"));
            }

            string[] arguments = command == "sign" ? ["sign", "--user-id", "42"] : [command];
            var result = await ToolProcess.RunInAsync(
                folder.FullName, Encoding.ASCII.GetBytes(Example.Sign("vk")), Example.Environment, arguments);

            if (name == "x.csproj")
            {
                Assert.Equal((command == "sign" ? 0 : 1, ""), (result.Status, result.Error));
            }
            else
            {
                Assert.Equal($"error: {path} cannot be read. | hint: It is empty, or not a regular file.", result.Wrong());
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_project_that_is_named_and_is_a_pipe_is_refused_at_once()
    {
        var folder = Directory.CreateTempSubdirectory("mini-app-");
        try
        {
            Pipe.Create(Path.Combine(folder.FullName, "x.csproj"));

            Assert.EndsWith(
                "x.csproj cannot be read. | hint: It is empty, or not a regular file.",
                (await ToolProcess.RunInAsync(folder.FullName, [], Example.Environment, "verify", "--project", "x.csproj")).Wrong(),
                StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("inspect", "< /")]
    [InlineData("verify", "< /")]
    [InlineData("inspect x", "> /dev/full")]
    [InlineData("--help", "> /dev/full")]
    public async Task A_stream_that_fails_is_told_in_words(string arguments, string redirection)
    {
        Assert.SkipUnless(redirection == "< /" || File.Exists("/dev/full"), "There is no full device here.");

        Assert.Equal(
            "error: Reading standard input or writing standard output failed."
            + " | hint: Check where the shell sends them: a folder can't be read, and a full disk not be written to.",
            (await ToolProcess.RunRedirectedAsync(redirection, Example.Environment, arguments.Split(' '))).Wrong());
    }

    [Theory]
    [InlineData("verify", "error: There is no token on standard input. | hint: Write the tokens there, one per line.")]
    [InlineData("inspect", "error: There is no token. | hint: Give it as an argument, in single quotes, or on standard input.")]
    [InlineData(
        "sign --user-id 42 --secret-stdin",
        "error: The first line of standard input is not a key."
            + " | hint: --secret-stdin takes the key from the first line, and the tokens from the lines after it.")]
    public async Task A_closed_standard_input_is_an_empty_one(string arguments, string complaint)
    {
        var closed = await ToolProcess.RunRedirectedAsync("<&-", Example.Environment, arguments.Split(' '));
        var empty = await ToolProcess.RunAsync([], Example.Environment, arguments.Split(' '));

        Assert.Equal((complaint, complaint), (closed.Wrong(), empty.Wrong()));
    }

    [Fact]
    public async Task Whoever_reads_the_verdicts_may_leave_before_the_tokens_end()
    {
        var result = await ToolProcess.RunPipedAsync("(timeout 40 yes x; echo $? >&2)", "head -n 1", Example.Environment, "verify");

        Assert.Equal("{\"line\":1,\"ok\":false,\"reason\":\"malformed\"}\n", result.Output);
        Assert.DoesNotContain("124", result.Error, StringComparison.Ordinal); // which is that of time that ran out
        Assert.DoesNotContain("error:", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_needs_no_standard_input_may_close_it() =>
        Assert.StartsWith(
            "vk_access_token_settings=",
            (await ToolProcess.RunRedirectedAsync("<&-", Example.Environment, "sign", "--user-id", "42")).Good(),
            StringComparison.Ordinal);

    [Fact]
    public async Task A_mistake_goes_to_standard_error() =>
        Assert.Equal(
            "error: The user secrets ../x cannot be read. | hint: 'dotnet user-secrets list' shows what is wrong with them.",
            (await ToolProcess.RunAsync([], Example.Environment, "verify", "--user-secrets-id", "../x")).Wrong());
}
