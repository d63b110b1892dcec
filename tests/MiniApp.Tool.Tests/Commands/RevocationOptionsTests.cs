namespace MiniApp.Tool.Tests.Commands;

/// <summary>How the commands for signing out and keeping out are called wrongly.</summary>
public sealed class RevocationOptionsTests : IDisposable
{
    private const string NoSubject =
        "error: The subject must be a user such as vk:42, an app or a bot such as telegram:app:7, session: with the 32 digits of its id, a platform, "
        + "or '*' for everybody. Platforms are vk, ok, telegram, telegram-test, max.";

    private readonly TestTool _tool = new();

    public static string[] Commands { get; } = ["revoke", "block", "unblock"];

    public static TheoryData<string, string> NoSubjects { get; } = new MatrixTheoryData<string, string>(
        Commands,
        ["42", "vk42", "vkk:42", "VK:42", "vk:", "vk:0", "vk:-1", "vk:042", "vk:9223372036854775808", "vk: 42", "session", "session:42", "**", "", Example.VkKey]);

    public void Dispose() => _tool.Dispose();

    [Theory]
    [MemberData(nameof(NoSubjects))]
    public void What_is_no_subject_is_refused_without_being_repeated(string command, string subject) => Assert.Equal(
        $"{NoSubject} | hint: 'mini-app {command} --help' shows the options and examples.", _tool.Run(command, subject).Wrong());

    [Theory]
    [InlineData("revoke")]
    [InlineData("block")]
    [InlineData("unblock")]
    public void Without_a_subject_or_with_two_nothing_is_done(string command)
    {
        Assert.StartsWith($"error: Required argument missing for command: '{command}'. | hint: ", _tool.Run(command).Wrong(), StringComparison.Ordinal);
        Assert.StartsWith("error: There is an unexpected argument. | hint: ", _tool.Run(command, "vk:42", "vk:43").Wrong(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("revoke")]
    [InlineData("block")]
    [InlineData("unblock")]
    public void Without_a_Redis_they_say_where_it_would_be(string command) => Assert.Equal(
        "error: There is no Redis in the settings. | hint: Set ConnectionStrings__redis, or ConnectionStrings:redis in appsettings.json, to that of the "
            + "servers. Without one, they share nothing.",
        _tool.Run(command, "vk:42").Wrong());

    [Theory]
    [InlineData("2030-01-31")]
    [InlineData("2030-01-31T12:00:00")]
    [InlineData("2030-01-31 12:00:00Z")]
    [InlineData("2030-02-30T12:00:00Z")]
    [InlineData("9999-12-31T23:59:59-01:00")]
    [InlineData("1893456000")]
    [InlineData("7.00:00:00")]
    [InlineData("")]
    public void A_time_says_how_far_it_is_from_UTC(string time) => Assert.Equal(
        "error: --until must be a time with Z or an offset, such as 2030-01-31T12:00:00Z or 2030-01-31T12:00:00+03:00. | "
            + "hint: 'mini-app block --help' shows the options and examples.",
        _tool.Run("block", "vk:42", "--until", time).Wrong());

    [Theory]
    [InlineData("2023-11-14T22:13:20Z")]
    [InlineData("2023-11-14T22:13:21+00:01")]
    [InlineData("0001-01-01T00:00:00Z")]
    public void A_block_ends_in_the_future(string time) => Assert.Equal(
        "error: --until is not in the future. | hint: 'mini-app unblock' ends a block.", _tool.Run("block", "vk:42", "--until", time).Wrong());

    [Theory]
    [InlineData("revoke", "--until")]
    [InlineData("unblock", "--until")]
    [InlineData("unblock", "--yes")]
    public void An_option_of_another_command_is_none_here(string command, string option) =>
        Assert.StartsWith($"error: {option} is not an option here.", _tool.Run(command, "vk:42", option).Wrong(), StringComparison.Ordinal);

    [Fact]
    public void Settings_that_no_server_would_start_with_are_refused()
    {
        _tool.Environment["ConnectionStrings__redis"] = "localhost,password=hidden,nonsense=1";
        Assert.Equal(
            "error: ConnectionStrings:redis cannot be read. | hint: It is a connection string of StackExchange.Redis, such as localhost:6379.",
            _tool.Run("revoke", "vk:42").Wrong());

        _tool.Environment["ConnectionStrings__redis"] = "127.0.0.1:1";
        _tool.Environment["MiniAppRedis__KeyPrefix"] = "{shop}";
        Assert.Equal(
            "error: Redis for mini apps: KeyPrefix is a text without braces. | "
                + "hint: With these settings serve does not start either: it prints the same.",
            _tool.Run("revoke", "vk:42").Wrong());
    }

    [Fact]
    public void A_folder_that_is_not_there_is_told() => Assert.Contains(
        "nowhere. | hint: --settings takes the folder that appsettings.json is in.",
        _tool.Run("block", "vk:42", "--settings", "nowhere").Wrong(),
        StringComparison.Ordinal);
}
