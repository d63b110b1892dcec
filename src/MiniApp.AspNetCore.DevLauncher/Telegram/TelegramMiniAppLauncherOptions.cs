using MiniApp.AspNetCore.DevLauncher;

namespace TelegramMiniApp.AspNetCore.DevLauncher;

/// <summary>
/// The settings of Telegram's launcher. It puts the init data into the fragment of <see cref="MiniAppLauncherOptions.AppUrl"/>, as Telegram
/// does.
/// </summary>
public sealed class TelegramMiniAppLauncherOptions : MiniAppLauncherOptions
{
    /// <summary>Makes options with the defaults.</summary>
    public TelegramMiniAppLauncherOptions()
        : base(TelegramMiniAppDefaults.AuthenticationScheme)
    {
    }

    /// <summary>
    /// The key that makes <c>signature</c> in place of Telegram's. Where it is that of the scheme's
    /// <see cref="TelegramMiniAppOptions.PublicKey"/>, launches can be signed of bots of which the scheme knows the id alone, and where it
    /// demands both proofs.
    /// </summary>
    /// <value>
    /// <see langword="null"/>: a key of this start, which no scheme trusts. Front ends' libraries want the field to be there; a scheme that
    /// knows the bot's token goes by <c>hash</c>.
    /// </value>
    public IEd25519Signer? SigningKey { get; set; }
}
