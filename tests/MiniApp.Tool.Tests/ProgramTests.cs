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

    [Fact]
    public async Task A_mistake_goes_to_standard_error() =>
        Assert.Equal(
            "error: The user secrets ../x cannot be read. | hint: 'dotnet user-secrets list' shows what is wrong with them.",
            (await ToolProcess.RunAsync([], Example.Environment, "verify", "--user-secrets-id", "../x")).Wrong());
}
