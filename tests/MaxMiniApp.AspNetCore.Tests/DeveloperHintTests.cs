using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MaxMiniApp.AspNetCore.Tests;

/// <summary>What the log tells the developer of an application whose settings are hardly what was meant.</summary>
public sealed class DeveloperHintTests : IDisposable
{
    private const string Doubt =
        "Authentication scheme 'MaxMiniApp': a token looks like one of a Telegram bot. BotToken and Bots take tokens of MAX's platform for partners.";

    private readonly LogCollector _logs = new();

    public void Dispose() => _logs.Dispose();

    [Fact]
    public async Task Setting_that_may_have_a_launch_refused_is_named()
    {
        await using var app = await StartAsync(options => options.BotToken = MaxPlatform.BotToken);

        foreach (var (header, hint) in new[]
        {
            (MaxLaunch.Signed(MaxPlatform.OtherBotToken),
                "InvalidProof. It was signed for another bot, or changed on its way: BotToken has to be the token of the bot that opens the page, as MAX has "
                + "it now."),
            ("max user=42", "Malformed. It is not what the scheme takes, or not all of it. The text of window.WebApp.initData, as MAX wrote it."),
            ("max " + TestInitData.Refused(MaxPlatform.BotToken, "NoUser"), "NoUser."),
        })
        {
            Assert.Equal(401, (await app.GetAsync("/me", header)).Status);
            Assert.Equal("MaxMiniApp refused a launch: " + hint, _logs.Entries.Last(entry => entry.EventId.Name == "LaunchRefused").Message);
        }
    }

    [Fact]
    public async Task Token_that_looks_like_Telegrams_is_warned_of_wherever_it_stands()
    {
        foreach (var token in new[] { Telegrams(1), Telegrams(10), $"0{Telegrams(9)}" })
        {
            foreach (var set in new Action<MaxMiniAppOptions>[]
            {
                options => options.BotToken = token,
                options => options.AddBot(MaxPlatform.BotToken, token),
                options =>
                {
                    options.BotToken = MaxPlatform.BotToken;
                    options.AddBot(token);
                },
            })
            {
                using var logs = new LogCollector();
                await using var app = await StartAsync(set, logs);

                var entry = Assert.Single(logs.Entries, entry => entry.EventId.Name == "SettingsDoubtful");
                Assert.Equal((LogLevel.Warning, Doubt), (entry.Level, entry.Message));
                logs.AssertSilentAbout(token);
            }
        }
    }

    [Fact]
    public async Task Token_that_does_not_look_like_Telegrams_is_not()
    {
        var telegrams = Telegrams(10);
        foreach (var token in new[]
        {
            Telegrams(0), telegrams[..^1], telegrams + "x", telegrams.Replace(':', ';'), "x" + telegrams, $"{telegrams[..9]}x{telegrams[10..]}", MaxPlatform.BotToken,
        })
        {
            await using var app = await StartAsync(options => options.BotToken = token);

            Assert.DoesNotContain(_logs.Entries, entry => entry.EventId.Name == "SettingsDoubtful");
        }
    }

    /// <summary>A bot's id of so many digits, a colon and 35 characters, as Telegram writes tokens.</summary>
    private static string Telegrams(int digits) => $"{new string('9', digits)}:{new string('a', 35)}";

    private Task<TestApp> StartAsync(Action<MaxMiniAppOptions> configure, LogCollector? logs = null) =>
        TestApp.StartInDevelopmentAsync(logs ?? _logs, builder => builder.AddMaxMiniApp(configure));
}
