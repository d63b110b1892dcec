using System.Buffers.Text;
using System.Text;
using MaxMiniApp;
using MaxMiniApp.AspNetCore;
using MaxMiniApp.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.Testing.Tests;

public sealed class MaxTestLaunchTests
{
    private const string BotToken = "the-bots-token";
    private const string OlderToken = "the-bots-older-token";
    private const string User = "max:42";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly MaxTestLaunch Good = new(42);

    private static readonly Dictionary<string, (MaxTestLaunch Launch, string Verdict)> Launches = new(StringComparer.Ordinal)
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
        ["of another bot"] = (Good.SignedBy("another-bots-token"), nameof(InitDataFailure.InvalidProof)),
        ["tampered with"] = (Good.Tampered("user", """{"id":1}"""), nameof(InitDataFailure.InvalidProof)),
        ["with a field too many"] = (Good.Tampered("start_param", "gift"), nameof(InitDataFailure.InvalidProof)),
        ["with a field twice"] = (Good.Duplicated("user"), nameof(InitDataFailure.Malformed)),
        ["without a field"] = (Good.Without("user"), nameof(InitDataFailure.InvalidProof)),
        ["without a proof"] = (Good.Without("hash"), nameof(InitDataFailure.MissingProof)),
        ["malformed"] = (Good.Malformed(), nameof(InitDataFailure.Malformed)),
        ["without a user"] = (MaxTestLaunch.WithoutUser, nameof(InitDataFailure.NoUser)),
        ["in base64"] = (Good.Changed(initData => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(initData))), User),
        ["empty"] = (Good.Changed(_ => ""), "no credentials"),
        ["of a time of its own"] = (new MaxTestLaunch(Opening(DateTimeOffset.UnixEpoch)), nameof(InitDataFailure.Expired)),
    };

    private static readonly Dictionary<string, Action<MaxMiniAppOptions>> Setups = new(StringComparer.Ordinal)
    {
        ["by token"] = options => options.BotToken = BotToken,
        ["by an added token"] = options => options.AddBot(BotToken, OlderToken),
    };

    public static TheoryData<string> SetupNames => [.. Setups.Keys];

    [Theory]
    [MemberData(nameof(SetupNames))]
    public async Task The_handler_gives_each_launch_the_verdict_that_it_was_made_for(string setup)
    {
        await using var app = CreateApp(Setups[setup]);
        await using var factory = app.WithClock(out _);

        await Launches.ShouldGetTheirVerdictsAsync(launch => factory.CreateMaxClient(launch));
    }

    [Fact]
    public void Every_failure_has_a_launch_that_is_made_for_it() => Assert.Empty(
        Enum.GetNames<InitDataFailure>()
            .Except([nameof(InitDataFailure.None), .. Launches.Values.Select(launch => launch.Verdict)], StringComparer.Ordinal));

    [Theory]
    [InlineData(BotToken, User)]
    [InlineData(OlderToken, User)]
    [InlineData("another-bots-token", User)]
    [InlineData("the-bots-oldest-token", nameof(InitDataFailure.InvalidProof))]
    public async Task A_launch_is_signed_with_any_token(string botToken, string verdict)
    {
        await using var app = CreateApp(options =>
        {
            options.AddBot(BotToken, OlderToken);
            options.AddBot("another-bots-token");
        });
        using var client = app.CreateMaxClient(Good.SignedBy(botToken));

        Assert.Equal(verdict, await client.GetVerdictAsync());
    }

    [Fact]
    public void What_is_no_bot_token_is_refused_at_once() => Assert.Throws<ArgumentException>(() => Good.SignedBy("no token"));

    private static MaxInitDataDescriptor Opening(DateTimeOffset date) => new() { User = new MaxUser { Id = 42 }, AuthDate = date };

    private static TestedApp CreateApp(Action<MaxMiniAppOptions> configure) => new(schemes => schemes.AddMaxMiniApp(options =>
    {
        options.Lifetime = Lifetime;
        options.ClockSkew = ClockSkew;
        configure(options);
    }));
}
