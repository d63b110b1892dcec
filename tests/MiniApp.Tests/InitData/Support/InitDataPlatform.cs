using MaxMiniApp;
using TelegramMiniApp;

namespace MiniApp.Tests;

/// <summary>What Telegram and MAX have in common, so that one test can ask both.</summary>
/// <param name="Options">Options without a bot.</param>
/// <param name="InitData">The platform's example with these changes, proved after they were made.</param>
/// <param name="Refuse">Why the platform's verifier of the example's bot, with these changes, refuses a token.</param>
internal sealed record InitDataPlatform(
    Func<InitDataVerifierOptions> Options,
    Func<(string Name, string? Value)[], string> InitData,
    Func<string?, Action<InitDataVerifierOptions>?, InitDataFailure> Refuse)
{
    private static readonly Dictionary<string, InitDataPlatform> All = new(StringComparer.Ordinal)
    {
        ["Telegram"] = new(
            () => new TelegramInitDataVerifierOptions(),
            TelegramMiniApp.Tests.Example.InitData,
            (token, change) => TelegramMiniApp.Tests.Example.Verdict(token, TelegramMiniApp.Tests.Example.Verifier(change))),
        ["MAX"] = new(
            () => new MaxInitDataVerifierOptions(),
            MaxMiniApp.Tests.Example.InitData,
            (token, change) => MaxMiniApp.Tests.Example.Verdict(token, MaxMiniApp.Tests.Example.Verifier(change))),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    public static InitDataPlatform Of(string name) => All[name];

    public InitDataFailure Check(string? token, Action<InitDataVerifierOptions>? change = null) => Refuse(token, change);

    public InitDataFailure CheckExample(params (string Name, string? Value)[] changes) => Refuse(InitData(changes), null);
}
