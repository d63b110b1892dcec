using System.Security.Cryptography;
using TelegramMiniApp;
using MiniApp.Tool.Keys;

namespace MiniApp.Tool.Platforms;

/// <summary>Init data of Telegram mini apps.</summary>
internal sealed class TelegramTokens() : InitDataPlatform(
    new InitDataExplanations("Telegram", "Telegram.WebApp", "the bot's token from BotFather"),
    keyHint: "A bot token is the bot's id, a colon and more, as BotFather gives it.")
{
    public override string Name => "telegram";

    public override string Title => "Telegram";

    public override string KeySetting => "Authentication:Schemes:TelegramMiniApp:BotToken";

    public override PlatformId Id { get; } =
        new("bot id", "--bot-id", "Authentication:Schemes:TelegramMiniApp:BotId", "botId", IsInKey: true);

    public override TimeSpan Lifetime { get; } = new TelegramInitDataVerifierOptions().Lifetime;

    public override TokenShape Shape { get; } = new(
        [TelegramInitDataFieldNames.AuthDate],
        [TelegramInitDataFieldNames.AuthDate],
        [TelegramInitDataFieldNames.Hash, TelegramInitDataFieldNames.Signature],
        Fragment: "tgWebAppData");

    public override Uri ToPageAddress(Uri page, string query) =>
        ToPageAddress(page, query, "&tgWebAppVersion=8.0&tgWebAppPlatform=web");

    public override string ToAuthorization(string query) => $"tma {query}";

    public override Func<ReadOnlySpan<char>, Verdict>? CreateJudge(Credentials credentials, TimeSpan lifetime, TimeProvider clock)
    {
        var options = new TelegramInitDataVerifierOptions { Lifetime = lifetime, TimeProvider = clock };
        switch (credentials)
        {
            case { Key: not null }:
                WithKey(credentials, key => options.AddBot(key));
                break;
            case { Id: { } botId }:
                options.AddBot(botId).Ed25519 = new Ed25519Verifier();
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
                : Verdict.Refused(result.Failure);
        };
    }

    public override FoundSetting MakeUpKey() => new($"1:{RandomNumberGenerator.GetHexString(64)}", "made up");

    public override DateTimeOffset? ReadTime(ReadOnlySpan<char> token) =>
        TelegramInitData.TryParseUnverified(token, out var initData) ? initData.AuthDate : null;

    protected override string Sign(Launch launch, string botToken, TimeProvider clock) =>
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
}
