using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using MiniApp.AspNetCore.DevLauncher;

namespace TelegramMiniApp.AspNetCore.DevLauncher;

/// <summary>Signs init data with the keys of the scheme's bots, or with anything but them.</summary>
internal sealed class LaunchFactory(IOptionsMonitor<TelegramMiniAppOptions> schemes, TelegramMiniAppLauncherOptions launcher)
{
    private const int KeyBytes = 16;

    /// <summary>The scheme's options: read anew each time, so that a change to the configuration takes effect.</summary>
    public TelegramMiniAppOptions Scheme => schemes.Get(launcher.AuthenticationScheme);

    /// <summary>The bots that init data can be signed for, the one of the configuration first.</summary>
    public IReadOnlyList<long> BotIds => [.. Bots.Where(bot => bot.Value.Length > 0).Select(bot => bot.Key)];

    private Dictionary<long, TelegramSecretKey[]> Bots => Scheme.ToVerifierOptions().Bots;

    /// <summary>Signs a launch, or says why it can't be signed here.</summary>
    public bool TrySign(LaunchRequest launch, [NotNullWhen(true)] out SignedLaunch? signed, [NotNullWhen(false)] out string? fault)
    {
        var bots = Bots;
        var botId = launch.BotId ?? bots.FirstOrDefault(bot => bot.Value.Length > 0, bots.First()).Key;
        fault = FindFault(botId, bots.GetValueOrDefault(botId));
        signed = fault is null ? Sign(launch, botId, bots) : null;
        return fault is null;
    }

    private SignedLaunch Sign(LaunchRequest launch, long botId, Dictionary<long, TelegramSecretKey[]> bots)
    {
        var key = launch.Kind switch
        {
            LaunchKind.Forged => RandomKey(botId),
            LaunchKind.AnotherApp => RandomKey(UnknownBotId(bots)),
            _ => bots[botId][0],
        };

        // The bot's id goes into Telegram's own signature alone, which is not made here.
        var signer = new TelegramInitDataSigner(botId, key);
        var initData = signer.SignInitData(launch.ToDescriptor(LaunchTime.Of(launch.Kind, launch.AgeSeconds, Scheme)));
        var address = FrameAddress.Create(launcher.AppUrl, initData, launch.StartParam);

        return new SignedLaunch(address, initData, Base64Url.EncodeToString(Encoding.ASCII.GetBytes(initData)));
    }

    private string? FindFault(long botId, TelegramSecretKey[]? keys) =>
        keys is null ? "The scheme knows no such bot."
        : keys.Length == 0
            ? $"Of bot {botId} only the id is known, and nobody but Telegram can make its 'signature'. In Development, give the scheme the " +
              $"bot's token, or any that starts with its id: {nameof(Scheme.BotToken)}, or {nameof(Scheme.AddBot)}."
        : Scheme.RequireBothProofs
            ? $"The scheme demands both proofs, and nobody but Telegram can make 'signature'. In Development, set " +
              $"{nameof(Scheme.RequireBothProofs)} to false."
        : null;

    private static TelegramSecretKey RandomKey(long botId) => TelegramSecretKey.Derive($"{botId}:{RandomNumberGenerator.GetHexString(KeyBytes)}");

    private static long UnknownBotId(Dictionary<long, TelegramSecretKey[]> bots) =>
        Enumerable.Range(1, bots.Count + 1).Select(id => (long)id).First(id => !bots.ContainsKey(id));
}
