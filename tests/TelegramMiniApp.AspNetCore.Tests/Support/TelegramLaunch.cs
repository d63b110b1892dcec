using Microsoft.Extensions.DependencyInjection;
using MiniApp;

namespace TelegramMiniApp.AspNetCore.Tests;

/// <summary>Init data as Telegram makes it, with both proofs.</summary>
internal static class TelegramLaunch
{
    public const long BotId = 51000001;

    private static readonly Ed25519SigningKey Key = new([.. Enumerable.Range(100, 32).Select(value => (byte)value)]);

    private static readonly TelegramInitDataDescriptor Opening = new() { User = new TelegramUser { Id = 42 } };

    /// <summary>The key that <c>signature</c> is right for, in place of Telegram's.</summary>
    public static ReadOnlyMemory<byte> PublicKey => Key.PublicKey;

    /// <summary>The header of init data with both proofs.</summary>
    public static string Proved(string? botToken = null, TelegramInitDataDescriptor? opening = null) =>
        "tma " + new TelegramInitDataSigner(botToken ?? TelegramPlatform.BotToken, Key, Clock()).SignInitData(opening ?? Opening);

    /// <summary>The header of init data that the bot's token proves, as clients older than Bot API 8.0 send it.</summary>
    public static string Hashed(string? botToken = null, TelegramInitDataDescriptor? opening = null) =>
        "tma " + new TelegramInitDataSigner(botToken ?? TelegramPlatform.BotToken, Clock()).SignInitData(opening ?? Opening);

    /// <summary>The header of init data that Telegram alone proves.</summary>
    public static string Signed(long botId = BotId, Ed25519SigningKey? key = null) =>
        "tma " + new TelegramInitDataSigner(botId, key ?? Key, Clock()).SignInitData(Opening);

    /// <summary>Starts a host that knows no bot but those that are added.</summary>
    public static Task<TestApp> StartAsync(Action<TelegramMiniAppOptions> configure) =>
        TestApp.StartWithAsync(builder => builder.Services.AddAuthentication().AddTelegramMiniApp(options =>
        {
            options.PublicKey = PublicKey;
            configure(options);
        }));

    /// <summary>The verdict on a request with this header.</summary>
    public static async Task<InitDataFailure> VerdictAsync(TestApp app, string header)
    {
        var result = await app.AuthenticateAsync(header);
        Assert.False(result.None);
        return result.Succeeded ? InitDataFailure.None : (InitDataFailure)((MiniAppException)result.Failure!).Failure;
    }

    private static TestClock Clock() => new(TestApp.Now);
}
