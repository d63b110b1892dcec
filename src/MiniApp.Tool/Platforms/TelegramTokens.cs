using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using MiniApp.Tool.Terminal;
using TelegramMiniApp;
using TelegramMiniApp.AspNetCore;

namespace MiniApp.Tool.Platforms;

/// <summary>Init data of Telegram mini apps.</summary>
internal sealed class TelegramTokens() : InitDataPlatform(
    keyHint: "A bot token is the bot's id, a colon and more, as BotFather gives it.")
{
    private const string BotId = nameof(TelegramMiniAppOptions.BotId);

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

    public override string SchemeName => TelegramMiniAppDefaults.AuthenticationScheme;

    public override PlatformId Id { get; } = new("bot id", "--bot-id", BotId, Bots, "botId", IsEnough: true, Parameter: null);

    public override IReadOnlyList<string> AuthSchemes { get; } = ["tma", "Bearer"];

    public override TokenFormat Format { get; } = new(
        [TelegramInitDataFieldNames.AuthDate],
        [TelegramInitDataFieldNames.AuthDate],
        [TelegramInitDataFieldNames.Hash, TelegramInitDataFieldNames.Signature],
        Fragment: "tgWebAppData");

    /// <summary>A key says whose it is. Of a bot without one, Telegram's own signature is judged by.</summary>
    public override SchemeSettings GiveId(SchemeSettings settings, long id)
    {
        var text = id.ToString(CultureInfo.InvariantCulture);
        bool IsOther(KeyValuePair<string, string?> member) => member.Value?.StartsWith($"{text}:", StringComparison.Ordinal) != true;

        var ofOthers = settings.Members(Bots).Where(IsOther).Select(member => member.Key);
        var own = settings.Without([BotId, .. settings.Members(BotToken).Any(IsOther) ? [BotToken] : (string[])[], .. ofOthers]);

        return own.Has(BotToken) || own.Has(Bots) ? own : own.With(BotId, text);
    }

    public override IScheme Open(SchemeSettings settings, ToolEnvironment environment) => new TelegramScheme(
        settings.Scheme,
        SchemeOptions.Read<TelegramMiniAppOptions>(
            settings, environment, (builder, scheme, configure) => builder.AddTelegramMiniApp(scheme, configure)),
        environment.Clock);

    public override string MakeUpKey() => $"1:{RandomNumberGenerator.GetHexString(64)}";

    public override Uri ToPageAddress(Uri page, string query) =>
        ToPageAddress(page, query, "&tgWebAppVersion=8.0&tgWebAppPlatform=web");

    public override DateTimeOffset? ReadTime(ReadOnlySpan<char> token) =>
        TelegramInitData.TryParseUnverified(token, out var initData) ? initData.AuthDate : null;

    protected override bool IsKey(string text) => TelegramBotToken.TryReadBotId(text, out _);
}
