namespace TelegramMiniApp.AspNetCore;

/// <summary>The defaults of Telegram mini app authentication.</summary>
public static class TelegramMiniAppDefaults
{
    /// <summary>The scheme's name: <c>TelegramMiniApp</c>.</summary>
    public const string AuthenticationScheme = "TelegramMiniApp";

    /// <summary>The issuer of every claim: <c>Telegram</c>.</summary>
    public const string Issuer = "Telegram";
}
