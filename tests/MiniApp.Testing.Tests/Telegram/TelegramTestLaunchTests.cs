using System.Buffers.Text;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TelegramMiniApp;
using TelegramMiniApp.AspNetCore;
using TelegramMiniApp.Testing;

namespace MiniApp.Testing.Tests;

public sealed class TelegramTestLaunchTests
{
    private const string BotToken = "12345:the-bots-token";
    private const string OlderToken = "12345:the-bots-older-token";
    private const long BotId = 12345;
    private const string User = "telegram:42";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TelegramTestLaunch Good = new(42);

    private static readonly Dictionary<string, (TelegramTestLaunch Launch, string Verdict)> Launches = new(StringComparer.Ordinal)
    {
        ["good"] = (Good, User),
        ["as old as can be"] = (Good.Aged(Lifetime), User),
        ["a second older"] = (Good.Aged(Lifetime + Second), nameof(InitDataFailure.Expired)),
        ["expired"] = (Good.Expired(), nameof(InitDataFailure.Expired)),
        ["as far ahead as can be"] = (Good.Aged(-ClockSkew), User),
        ["a second further ahead"] = (Good.Aged(-ClockSkew - Second), nameof(InitDataFailure.NotYetValid)),
        ["dated ahead"] = (Good.DatedAhead(), nameof(InitDataFailure.NotYetValid)),
        ["forged"] = (Good.Forged(), nameof(InitDataFailure.InvalidProof)),
        ["forged and expired"] = (Good.Expired().Forged(), nameof(InitDataFailure.InvalidProof)),
        ["of another bot"] = (Good.SignedBy("7:another-bots-token"), nameof(InitDataFailure.InvalidProof)),
        ["tampered with"] = (Good.Tampered("user", """{"id":1}"""), nameof(InitDataFailure.InvalidProof)),
        ["with a field too many"] = (Good.Tampered("start_param", "gift"), nameof(InitDataFailure.InvalidProof)),
        ["with a field twice"] = (Good.Duplicated("user"), nameof(InitDataFailure.Malformed)),
        ["without a field"] = (Good.Without("user"), nameof(InitDataFailure.InvalidProof)),
        ["malformed"] = (Good.Malformed(), nameof(InitDataFailure.Malformed)),
        ["without a proof"] = (Good.Changed(_ => "auth_date=1&user=2"), nameof(InitDataFailure.MissingProof)),
        ["without a user"] = (TelegramTestLaunch.WithoutUser, nameof(InitDataFailure.NoUser)),
        ["in base64"] = (Good.Changed(initData => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(initData))), User),
        ["empty"] = (Good.Changed(_ => ""), "no credentials"),
        ["of a time of its own"] = (new TelegramTestLaunch(Opening(DateTimeOffset.UnixEpoch)), nameof(InitDataFailure.Expired)),
    };

    /// <summary>The ways to set a scheme up, each with the proof that it goes by.</summary>
    private static readonly Dictionary<string, Action<TelegramMiniAppOptions>> Setups = new(StringComparer.Ordinal)
    {
        ["by token"] = options => options.BotToken = BotToken,
        ["by an added token"] = options => options.AddBot(BotToken, OlderToken),
        ["by an added key"] = options => options.AddBot(BotId, TelegramSecretKey.Derive(BotToken)),
        ["by Telegram's signature"] = options => options.BotId = BotId,
        ["by Telegram's signature for an added bot"] = options => options.AddBot(BotId),
        ["by both proofs"] = options => (options.BotToken, options.RequireBothProofs) = (BotToken, true),
    };

    public static TheoryData<string> SetupNames => [.. Setups.Keys];

    public static TheoryData<string> ByTelegramAlone => [.. Setups.Keys.Where(setup => setup.Contains("Telegram", StringComparison.Ordinal)), "by both proofs"];

    [Theory]
    [MemberData(nameof(SetupNames))]
    public async Task The_handler_gives_each_launch_the_verdict_that_it_was_made_for(string setup)
    {
        await using var app = CreateApp(Setups[setup]);
        await using var factory = app.WithTelegramTestKey().WithClock(out _);

        await Launches.ShouldGetTheirVerdictsAsync(launch => factory.CreateTelegramClient(launch));
    }

    [Fact]
    public void Every_failure_has_a_launch_that_is_made_for_it() => Assert.Empty(
        Enum.GetNames<InitDataFailure>()
            .Except([nameof(InitDataFailure.None), .. Launches.Values.Select(launch => launch.Verdict)], StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(ByTelegramAlone))]
    public async Task Telegrams_own_signature_can_not_be_made_but_for_a_host_that_trusts_the_tests_key(string setup)
    {
        await using var app = CreateApp(Setups[setup]);

        var refusal = Assert.Throws<InvalidOperationException>(() => app.CreateTelegramClient(42));

        Assert.Equal(
            "The scheme asks for Telegram's own signature for bot 12345. "
            + "Let it trust the tests' key in place of Telegram's: factory.WithTelegramTestKey().",
            refusal.Message);
    }

    [Theory]
    [MemberData(nameof(ByTelegramAlone))]
    public async Task A_forged_launch_needs_no_key_that_anybody_trusts(string setup)
    {
        await using var app = CreateApp(Setups[setup]);
        using var client = app.CreateTelegramClient(Good.Forged());

        Assert.Equal("InvalidProof", await client.GetVerdictAsync());
    }

    [Theory]
    [InlineData(BotToken, User)]
    [InlineData(OlderToken, User)]
    [InlineData("12345:the-bots-oldest-token", nameof(InitDataFailure.InvalidProof))]
    public async Task A_launch_is_signed_with_any_token(string botToken, string verdict)
    {
        await using var app = CreateApp(Setups["by an added token"]);
        using var client = app.CreateTelegramClient(Good.SignedBy(botToken));

        Assert.Equal(verdict, await client.GetVerdictAsync());
    }

    [Fact]
    public async Task A_launch_is_of_any_bot_that_the_scheme_knows()
    {
        await using var app = CreateApp(options =>
        {
            options.AddBot(7);
            options.AddBot(BotToken);
            options.AddBot("8:another-bots-token");
        });
        await using var factory = app.WithTelegramTestKey();
        using var first = app.CreateTelegramClient(42);
        using var client = factory.CreateTelegramClient(Good.OfBot(7));
        using var other = factory.CreateTelegramClient(Good.OfBot(8));

        Assert.Equal(
            ["12345", "7", "8"], [await first.GetStringAsync("/bot"), await client.GetStringAsync("/bot"), await other.GetStringAsync("/bot")]);
        Assert.Equal(
            "The scheme does not know bot 9. SignedBy signs with any bot's token.",
            Assert.Throws<InvalidOperationException>(() => factory.CreateTelegramClient(Good.OfBot(9))).Message);
    }

    [Fact]
    public void What_is_no_bot_token_is_refused_at_once() => Assert.Throws<ArgumentException>(() => Good.SignedBy("no token"));

    [Fact]
    public async Task The_host_trusts_no_other_key_than_the_tests_own_afterwards()
    {
        await using var app = CreateApp(Setups["by Telegram's signature"]);
        await using var factory = app.WithTelegramTestKey();
        var stranger = new TelegramInitDataSigner(BotId, Ed25519SigningKey.Generate());
        using var client = factory.CreateTelegramClient(Good.Changed(_ => stranger.SignInitData(Opening())));

        Assert.Equal("InvalidProof", await client.GetVerdictAsync());
    }

    [Fact]
    public async Task A_stranger_who_has_the_package_too_signs_nothing_that_the_host_trusts()
    {
        // As another process has it: loaded once more, and with nothing in common but its code.
        var copy = new AssemblyLoadContext("a stranger's", isCollectible: true).LoadFromAssemblyPath(typeof(TelegramTestKey).Assembly.Location);
        IEd25519Signer[] keys =
        [
            .. copy.GetType(typeof(TelegramTestKey).FullName!, throwOnError: true)!
                .GetProperties(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
                .Select(property => property.GetValue(null)).OfType<IEd25519Signer>(),
        ];
        await using var app = CreateApp(Setups["by Telegram's signature"]);
        await using var factory = app.WithTelegramTestKey();

        Assert.NotEmpty(keys);
        foreach (var key in keys)
        {
            var stranger = new TelegramInitDataSigner(BotId, key);
            using var client = factory.CreateTelegramClient(Good.Changed(_ => stranger.SignInitData(Opening())));
            Assert.Equal("InvalidProof", await client.GetVerdictAsync());
        }
    }

    private static TelegramInitDataDescriptor Opening(DateTimeOffset? date = null) => new() { User = new TelegramUser { Id = 42 }, AuthDate = date };

    private static TestedApp CreateApp(Action<TelegramMiniAppOptions> configure) => new(schemes => schemes.AddTelegramMiniApp(options =>
    {
        options.Lifetime = Lifetime;
        options.ClockSkew = ClockSkew;
        configure(options);
    }));
}
