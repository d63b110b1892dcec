namespace TelegramMiniApp.AspNetCore;

/// <summary>The defaults of Telegram mini app authentication.</summary>
public static class TelegramMiniAppDefaults
{
    /// <summary>The scheme's name: <c>TelegramMiniApp</c>.</summary>
    public const string AuthenticationScheme = "TelegramMiniApp";

    /// <summary>The issuer of every claim: <c>Telegram</c>.</summary>
    public const string Issuer = "Telegram";

    /// <summary>The original issuer of the claims of those who come from Telegram's test servers: <c>Telegram test</c>.</summary>
    public const string TestIssuer = "Telegram test";
}
