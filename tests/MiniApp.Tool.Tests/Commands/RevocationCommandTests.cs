using System.Diagnostics;
using TestSupport;

namespace MiniApp.Tool.Tests.Commands;

/// <summary>Signing out and keeping out from the command line: what a running server says, over a real Redis.</summary>
public sealed class RevocationCommandTests : IAsyncLifetime
{
    private const string Prefix = "shop:";
    private const string Revoked = "Bearer error=\"invalid_token\", error_description=\"The user was signed out\", reason=\"revoked\"";
    private const string Now = "2023-11-14 22:13:20 UTC";

    private readonly TestTool _tool = new();
    private RedisServer _redis = null!;

    public async ValueTask InitializeAsync()
    {
        _redis = await RedisServer.StartAsync();
        foreach (var (name, value) in Settings)
        {
            _tool.Environment[name] = value;
        }
    }

    public ValueTask DisposeAsync()
    {
        _tool.Dispose();
        return _redis.DisposeAsync();
    }

    [Fact]
    public async Task Who_is_revoked_is_refused_and_a_new_launch_is_good()
    {
        await using var host = await StartAsync();

        Assert.Equal($"Signed out vk:42: launches and sessions up to {Now} are void.\n", _tool.Run("revoke", "vk:42").Good());
        await BecomesAsync(host, 401);
        Assert.StartsWith(Revoked, (await host.AskAsync("/auth", Launch())).Header("WWW-Authenticate"), StringComparison.Ordinal);
        Assert.Equal((200, "vk:43"), (await host.AskAsync("/auth", $"Bearer {Example.Sign("vk", userId: 43)}")).User());

        host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(401, await StatusAsync(host));
        Assert.Equal((200, "vk:42"), (await host.AskAsync("/auth", Launch(age: -1))).User());
    }

    [Theory]
    [InlineData("vk:42", 401)]
    [InlineData("vk:app:6736218", 401)]
    [InlineData("vk", 401)]
    [InlineData("*", 401)]
    [InlineData("vk:43", 200)]
    [InlineData("ok:42", 200)]
    [InlineData("vk:app:42", 200)]
    [InlineData("telegram", 200)]
    [InlineData("telegram-test:app:42", 200)]
    [InlineData("session:0123456789abcdef0123456789abcdef", 200)]
    public async Task A_revocation_is_of_whom_it_names(string subject, int status)
    {
        await using var host = await StartAsync();
        Assert.Equal(200, await StatusOfMaxAsync(host));
        Assert.StartsWith($"Signed out {subject}: ", _tool.Run("revoke", subject, "--yes").Good(), StringComparison.Ordinal);

        await IsReadAsync(host);
        Assert.Equal(status, await StatusAsync(host));
    }

    [Fact]
    public async Task One_session_ends_and_the_launch_is_good()
    {
        await using var host = await EdgeHost.StartAsync(claims: ["sid"], takesSessions: true, variables: Settings);
        await BecomesAsync(host, 200);
        var (access, _) = await ServedSession.BeginAsync(host);
        var session = (await host.AskAsync("/auth", $"Bearer {access}")).Header("X-MiniApp-Sid");

        // The server's clock has gone on.
        _tool.Clock.Advance(TimeSpan.FromSeconds(10));
        _ = _tool.Run("revoke", $"session:{session}").Good();
        await Eventually.HoldsAsync(async () => (await host.AskAsync("/auth", $"Bearer {access}")).User().Status == 401, "the session has ended");
        Assert.Equal((401, Revoked), (await host.AskAsync("/auth-session", $"Bearer {access}")).Refusal());
        Assert.Equal(200, await StatusAsync(host));
    }

    [Fact]
    public async Task Who_is_blocked_is_kept_out_until_somebody_ends_it()
    {
        await using var host = await StartAsync();

        Assert.Equal("Blocked vk:42 for good.\n", _tool.Run("block", "vk:42").Good());
        await BecomesAsync(host, 401);
        host.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Contains("reason=\"banned\"", (await host.AskAsync("/auth", Launch(age: -1800))).Header("WWW-Authenticate"), StringComparison.Ordinal);

        Assert.Equal("Unblocked vk:42.\n", _tool.Run("unblock", "vk:42").Good());
        await BecomesAsync(host, 200);
        Assert.Equal("Unblocked vk:42.\n", _tool.Run("unblock", "vk:42").Good());
        Assert.Equal(200, await StatusAsync(host));
    }

    [Theory]
    [InlineData("2023-11-14T22:23:20Z")]
    [InlineData("2023-11-15T01:23:20+03:00")]
    [InlineData("2023-11-14T22:23:20.000Z")]
    public async Task A_block_ends_when_it_was_told_to_and_replaces_one_that_was_there(string until)
    {
        await using var host = await StartAsync();
        _ = _tool.Run("block", "vk:42").Good();

        Assert.Equal("Blocked vk:42 until 2023-11-14 22:23:20 UTC.\n", _tool.Run("block", "vk:42", "--until", until).Good());
        await BecomesAsync(host, 401);
        Assert.Equal("1700000600000", await OfBlockedAsync("vk:42"));
        Assert.Equal(200, await StatusOfMaxAsync(host));
        await IsReadAsync(host);
        host.Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        Assert.Equal(401, await StatusAsync(host));
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await BecomesAsync(host, 200);
    }

    [Theory]
    [InlineData("revoke")]
    [InlineData("block")]
    public async Task Everybody_needs_a_confirmation(string command)
    {
        Assert.Equal(
            "error: '*' is everybody on every platform. | hint: Add --yes if that is what you want.", _tool.Run(command, "*").Wrong());
        Assert.Equal("*0", await _redis.SendAsync("KEYS", "*"));

        Assert.Equal(0, _tool.Run(command, "*", "--yes").Status);
        Assert.NotEqual("*0", await _redis.SendAsync("KEYS", "*"));
        Assert.Equal("Unblocked *.\n", _tool.Run("unblock", "*").Good());
    }

    [Theory]
    [InlineData("revoke")]
    [InlineData("block")]
    [InlineData("unblock")]
    public async Task A_store_that_is_away_is_told_in_time(string command)
    {
        await _redis.StopAsync();
        var silent = RunInTime(command);
        await _redis.ContinueAsync();
        await _redis.KillAsync();
        var gone = RunInTime(command);

        Assert.All([silent, gone], result =>
        {
            Assert.Equal((4, ""), (result.Status, result.Output));
            Assert.Matches(
                "^error: The store was not told of the [a-z ]+: Redis gave no [a-zA-Z ()]+\\.\n"
                    + "hint: Look whether the Redis of ConnectionStrings:redis can be reached from here and takes writes, and then repeat the command\\.\n$",
                result.Error.ReplaceLineEndings("\n"));
        });
    }

    [Fact]
    public async Task A_password_that_is_wrong_is_not_shown()
    {
        Assert.Equal("+OK", await _redis.SendAsync("CONFIG", "SET", "requirepass", "another"));
        _tool.Environment["ConnectionStrings__redis"] = $"{_redis.Address},password=hidden";

        var result = RunInTime("revoke");
        Assert.Equal((4, ""), (result.Status, result.Output));
        Assert.DoesNotContain("hidden", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_are_those_of_the_servers()
    {
        foreach (var name in Settings.Keys)
        {
            _tool.Environment.Remove(name);
        }

        _tool.AddFile("etc/appsettings.json", $$"""{ "ConnectionStrings": { "redis": "{{_redis.Address}}" } }""");
        _tool.AddFile("etc/appsettings.Staging.json", """{ "MiniAppRedis": { "KeyPrefix": "staging:" } }""");

        _ = _tool.Run("block", "vk:42", "--settings", "etc").Good();
        Assert.Equal("1", (await _redis.SendAsync("EXISTS", "miniapp:{revocations}blocked"))[1..]);
        _ = _tool.Run("block", "vk:42", "--settings", "etc", "--environment", "Staging").Good();
        Assert.Equal("1", (await _redis.SendAsync("EXISTS", "staging:{revocations}blocked"))[1..]);
    }

    [Theory]
    [InlineData("revoke")]
    [InlineData("block")]
    [InlineData("unblock")]
    public void Help_ends_with_examples_that_run(string command)
    {
        Directory.CreateDirectory(Path.Combine(_tool.Folder, "src", "Backend"));
        var examples = _tool.Run(command, "--help").Good().ReplaceLineEndings("\n").Split("Examples:\n")[1].TrimEnd('\n').Split('\n');

        Assert.Equal(3, examples.Length);
        Assert.All(examples, example => Assert.NotEmpty(_tool.Run(Shell.Arguments(example)).Good()));
    }

    private Dictionary<string, string> Settings => new(StringComparer.Ordinal)
    {
        ["ConnectionStrings__redis"] = _redis.Address,
        ["MiniAppRedis__KeyPrefix"] = Prefix,
    };

    private static string Launch(long age = 0) => $"Bearer {Example.Sign("vk", age)}";

    private static async Task<int> StatusAsync(EdgeHost host) => (await host.AskAsync("/auth", Launch())).User().Status;

    private static Task BecomesAsync(EdgeHost host, int status) =>
        Eventually.HoldsAsync(async () => await StatusAsync(host) == status, $"the answer is {status}");

    private static async Task<int> StatusOfMaxAsync(EdgeHost host) => (await host.AskAsync("/auth", $"max {Example.Sign("max", userId: 7)}")).User().Status;

    /// <summary>A reading is taken over in the order of time: where what is dated later is in force, so is what was done before.</summary>
    private async Task IsReadAsync(EdgeHost host)
    {
        _tool.Clock.Advance(TimeSpan.FromSeconds(1));
        _ = _tool.Run("revoke", "max:7").Good();
        await Eventually.HoldsAsync(async () => await StatusOfMaxAsync(host) == 401, "the store was read");
    }

    private async Task<EdgeHost> StartAsync()
    {
        var host = await EdgeHost.StartAsync(variables: Settings);
        await BecomesAsync(host, 200);
        return host;
    }

    private async Task<string> OfBlockedAsync(string subject) =>
        (await _redis.SendAsync("ZSCORE", Prefix + "{revocations}blocked", subject)).Split("\r\n")[^1];

    private ToolResult RunInTime(string command)
    {
        var start = Stopwatch.GetTimestamp();
        var result = _tool.Run(command, "vk:42");
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(30));
        return result;
    }
}
