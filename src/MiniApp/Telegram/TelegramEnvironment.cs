namespace TelegramMiniApp;

/// <summary>Which of Telegram's two environments init data comes from. Each has users, bots and a signing key of its own.</summary>
public enum TelegramEnvironment
{
    /// <summary>The one that everybody uses.</summary>
    Production = 0,

    /// <summary>
    /// Telegram's test servers (<see href="https://core.telegram.org/bots/webapps#using-bots-in-the-test-environment">its page</see>).
    /// </summary>
    Test,
}
