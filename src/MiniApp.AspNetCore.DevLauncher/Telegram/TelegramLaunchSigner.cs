using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using MiniApp;
using MiniApp.AspNetCore.DevLauncher;

namespace TelegramMiniApp.AspNetCore.DevLauncher;

/// <summary>Signs init data with the keys of the scheme's bots, or with anything but them.</summary>
internal sealed class TelegramLaunchSigner(IOptionsMonitor<TelegramMiniAppOptions> schemes, TelegramMiniAppLauncherOptions launcher)
{
    /// <summary>The scheme's options: read anew each time, so that a change to the configuration takes effect.</summary>
    public TelegramMiniAppOptions Scheme => schemes.Get(launcher.AuthenticationScheme);

    /// <summary>The bots that init data can be signed for, the one of the configuration first.</summary>
    public IReadOnlyList<long> BotIds => [.. Scheme.Bots.Where(bot => bot.Value.Count > 0).Select(bot => bot.Key)];

    public bool TrySign(TelegramLaunchRequest launch, [NotNullWhen(true)] out SignedLaunch? signed, [NotNullWhen(false)] out string? fault)
    {
        var bots = Scheme.Bots;
        var botId = launch.BotId ?? bots.FirstOrDefault(bot => bot.Value.Count > 0, bots.First()).Key;
        var keys = bots.GetValueOrDefault(botId);
        fault = launch.FindFault() ?? FindFault(botId, keys) ?? FindRefusal(launch, botId, keys![0]);
        signed = fault is null ? Sign(launch, botId, bots) : null;
        return fault is null;
    }

    private string? FindFault(long botId, IReadOnlyList<TelegramSecretKey>? keys) =>
        keys is null ? "The scheme knows no such bot."
        : keys.Count == 0
            ? $"Of bot {botId} only the id is known, and nobody but Telegram can make its 'signature'. In Development, give the scheme the " +
              $"bot's token, or any that starts with its id: {nameof(Scheme.BotToken)}, or {nameof(Scheme.AddBot)}."
        : Scheme.RequireBothProofs
            ? $"The scheme demands both proofs, and nobody but Telegram can make 'signature'. In Development, set " +
              $"{nameof(Scheme.RequireBothProofs)} to false."
        : null;

    /// <summary>What the scheme would say of these fields though all else about the launch were right, or <see langword="null"/>.</summary>
    private string? FindRefusal(TelegramLaunchRequest launch, long botId, TelegramSecretKey key)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(LaunchTime.Now(Scheme));
        var failure = Scheme.Verifier.Check(new TelegramInitDataSigner(botId, key).SignToken(launch.ToDescriptor(now)));
        var isPicked = failure is InitDataFailure.None or InitDataFailure.Expired || failure == InitDataFailure.NoUser && launch.UserId == 0;

        return isPicked ? null : FieldFault.Describe(failure);
    }

    private SignedLaunch Sign(TelegramLaunchRequest launch, long botId, IReadOnlyDictionary<long, IReadOnlyList<TelegramSecretKey>> bots)
    {
        var key = launch.Kind switch
        {
            LaunchKind.Forged => ForgedKey(botId),
            LaunchKind.AnotherApp => ForgedKey(Forgery.UnknownId([.. bots.Keys])),
            _ => bots[botId][0],
        };

        // The bot's id goes into Telegram's own signature alone, which is not made here.
        var signer = new TelegramInitDataSigner(botId, key);
        var initData = signer.SignInitData(launch.ToDescriptor(LaunchTime.Of(launch, Scheme)));
        return new SignedLaunch(TelegramFrameAddress.Create(launcher.AppUrl, initData, launch.StartParam), initData);
    }

    private static TelegramSecretKey ForgedKey(long botId) => TelegramSecretKey.Derive($"{botId}:{Forgery.Key()}");
}
