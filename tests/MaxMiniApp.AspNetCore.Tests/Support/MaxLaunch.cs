namespace MaxMiniApp.AspNetCore.Tests;

/// <summary>Init data as MAX makes it.</summary>
internal static class MaxLaunch
{
    /// <summary>The header of init data for this opening.</summary>
    public static string Signed(MaxInitDataDescriptor opening, string? botToken = null) =>
        "max " + new MaxInitDataSigner(botToken ?? MaxPlatform.BotToken, new TestClock(TestApp.Now)).SignInitData(opening);

    /// <summary>The header of init data of user 42.</summary>
    public static string Signed(string? botToken = null) => Signed(new MaxInitDataDescriptor { User = new MaxUser { Id = 42 } }, botToken);
}
