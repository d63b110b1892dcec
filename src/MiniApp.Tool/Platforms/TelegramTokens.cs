using System.Security.Cryptography;
using TelegramMiniApp;

namespace MiniApp.Tool.Platforms;

/// <summary>Init data of Telegram mini apps.</summary>
internal sealed class TelegramTokens() : InitDataPlatform(
    keyHint: "A bot token is the bot's id, a colon and more, as BotFather gives it.")
{
    private static readonly InitDataRefusals OwnRefusals = new("Telegram", "Telegram.WebApp", "the bot's token from BotFather");

    /// <summary>The names that Telegram's init data has, and MAX's has not.</summary>
    public static IReadOnlyList<string> OwnNames { get; } =
    [
        "tgWebAppData",
        TelegramInitDataFieldNames.Signature,
        TelegramInitDataFieldNames.ChatInstance,
        TelegramInitDataFieldNames.ChatType,
    ];

    public override string Name => "telegram";

    public override string Title => "Telegram";

    public override string KeySetting => "Authentication:Schemes:TelegramMiniApp:BotToken";

    public override PlatformId Id { get; } = new(
        "bot id", "--bot-id", "Authentication:Schemes:TelegramMiniApp:BotId", "botId", IsInKey: true, Parameter: null);

    public override TimeSpan Lifetime { get; } = new TelegramInitDataVerifierOptions().Lifetime;

    public override TimeSpan ClockSkew { get; } = new TelegramInitDataVerifierOptions().ClockSkew;

    public override IReadOnlyList<string> AuthSchemes { get; } = ["tma", "Bearer"];

    public override TokenFormat Format { get; } = new(
        [TelegramInitDataFieldNames.AuthDate],
        [TelegramInitDataFieldNames.AuthDate],
        [TelegramInitDataFieldNames.Hash, TelegramInitDataFieldNames.Signature],
        Fragment: "tgWebAppData");

    public override Uri ToPageAddress(Uri page, string query) =>
        ToPageAddress(page, query, "&tgWebAppVersion=8.0&tgWebAppPlatform=web");

    public override Func<ReadOnlySpan<char>, Verdict>? CreateJudge(Credentials credentials, TimeSpan lifetime, TimeProvider clock)
    {
        var options = new TelegramInitDataVerifierOptions { Lifetime = lifetime, TimeProvider = clock };
        switch (credentials)
        {
            case { Key: not null }:
                WithKey(credentials, key => options.AddBot(key));
                break;
            case { Id: { } botId }:
                AddBotWithoutKey(options, botId);
                break;
            default:
                return null;
        }

        var verifier = new TelegramInitDataVerifier(options);
        return token =>
        {
            var result = verifier.Verify(token);
            return result.Succeeded
                ? new Verdict(null, result.InitData.User.Id, result.InitData.BotId)
                : new Verdict(OwnRefusals.Of(result.Failure));
        };
    }

    public override PlatformKey MakeUpKey() => new($"1:{RandomNumberGenerator.GetHexString(64)}", "made up");

    public override DateTimeOffset? ReadTime(ReadOnlySpan<char> token) =>
        TelegramInitData.TryParseUnverified(token, out var initData) ? initData.AuthDate : null;

    protected override string Sign(LaunchDescriptor launch, string botToken, TimeProvider clock) =>
        new TelegramInitDataSigner(botToken, clock).SignInitData(new TelegramInitDataDescriptor
        {
            User = new TelegramUser
            {
                Id = launch.UserId,
                FirstName = launch.FirstName ?? "Test",
                Username = launch.Username,
                LanguageCode = launch.Language ?? "ru",
            },
            AuthDate = clock.GetUtcNow() - launch.Age,
            Additional = launch.Parameters,
        });

    /// <summary>Judges by Telegram's own signature: the one thing here that takes Ed25519.</summary>
    private static void AddBotWithoutKey(TelegramInitDataVerifierOptions options, long botId) => options.AddBot(botId).Ed25519 = new Ed25519Verifier();
}
