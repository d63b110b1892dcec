using MiniApp.Tool.Platforms;
using TelegramMiniApp;
using TelegramMiniApp.AspNetCore;

namespace MiniApp.Tool.Proofs;

/// <summary>What Telegram proves with a bot's token, in a query whose time and proof are named as those of init data are.</summary>
internal abstract class TelegramProof(ProofKind kind, string title, params string[] numbers)
    : Proof(kind, AllPlatforms.Telegram, title, new TokenFormat([AuthDate], numbers, [Hash], AllPlatforms.Telegram.Format.Fragment))
{
    protected const string AuthDate = TelegramInitDataFieldNames.AuthDate;
    protected const string Hash = TelegramInitDataFieldNames.Hash;

    protected override bool IsText => true;

    public override bool HasKey(SchemeSettings settings) => TelegramKeys.Read(settings).Count > 0;

    public override DateTimeOffset? ReadTime(ProofFields fields) =>
        fields.Number(AuthDate) is { } seconds ? UnixTime.ToDateTimeOffset(seconds) : null;

    protected static TelegramMiniAppOptions OptionsOf(IScheme scheme) => (TelegramMiniAppOptions)scheme.Options;
}
