using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using MiniApp;
using MiniApp.AspNetCore.DevLauncher;

namespace TelegramMiniApp.AspNetCore.DevLauncher;

/// <summary>Signs init data with the keys of the scheme's bots, or with anything but them.</summary>
internal sealed class TelegramLaunchSigner(IOptionsMonitor<TelegramMiniAppOptions> schemes, TelegramMiniAppLauncherOptions launcher)
{
    private readonly Lazy<IEd25519Signer> _inPlaceOfTelegram = new(() => launcher.SigningKey ?? Ed25519SigningKey.Generate());

    /// <summary>The scheme's options: read anew each time, so that a change to the configuration takes effect.</summary>
    public TelegramMiniAppOptions Scheme => schemes.Get(launcher.AuthenticationScheme);

    /// <summary>The bots that init data can be signed for, the one of the configuration first.</summary>
    public IReadOnlyList<long> BotIds => [.. Scheme.Bots.Where(CanSignFor).Select(bot => bot.Key)];

    /// <summary>Whether the scheme takes the launcher's <c>signature</c> for Telegram's.</summary>
    private bool IsTrusted =>
        launcher.SigningKey is { } key && Scheme.PublicKey is { } known && known.Span.SequenceEqual(key.PublicKey.Span);

    /// <summary>A key that is no bot's.</summary>
    public static TelegramSecretKey ForgedKey() => TelegramSecretKey.Derive($"1:{Forgery.Key()}");

    public bool TrySign(TelegramLaunchRequest launch, [NotNullWhen(true)] out SignedLaunch? signed, [NotNullWhen(false)] out string? fault)
    {
        var bots = Scheme.Bots;
        var botId = launch.BotId ?? bots.FirstOrDefault(CanSignFor, bots.First()).Key;
        var keys = bots.GetValueOrDefault(botId);
        fault = launch.FindFault() ?? FindFault(botId, keys) ?? FindRefusal(launch, botId, keys!);
        signed = fault is null ? Sign(launch, botId, bots) : null;
        return fault is null;
    }

    /// <summary>The key that signs for a bot, of several the newest; <see langword="null"/> where none is known.</summary>
    /// <param name="botId">The bot; <see langword="null"/> for the first whose key is known.</param>
    public TelegramSecretKey? FindKey(long? botId)
    {
        var bots = Scheme.Bots;
        var keys = botId is { } id ? bots.GetValueOrDefault(id) : bots.Values.FirstOrDefault(keys => keys.Count > 0);
        return keys is [var newest, ..] ? newest : null;
    }

    private bool CanSignFor(KeyValuePair<long, IReadOnlyList<TelegramSecretKey>> bot) => bot.Value.Count > 0 || IsTrusted;

    private string? FindFault(long botId, IReadOnlyList<TelegramSecretKey>? keys) =>
        keys is null ? "The scheme knows no such bot."
        : IsTrusted ? null
        : keys.Count == 0
            ? $"Of bot {botId} only the id is known, and nobody but Telegram can make its 'signature'. In Development, give the scheme the " +
              $"bot's token, or any that starts with its id: {nameof(Scheme.BotToken)}, or {nameof(Scheme.AddBot)}; or give the launcher a " +
              $"{nameof(launcher.SigningKey)} and the scheme the {nameof(Scheme.PublicKey)} of it."
        : Scheme.RequireBothProofs
            ? $"The scheme demands both proofs, and nobody but Telegram can make 'signature'. In Development, set " +
              $"{nameof(Scheme.RequireBothProofs)} to false, or give the launcher a {nameof(launcher.SigningKey)} and the scheme the " +
              $"{nameof(Scheme.PublicKey)} of it."
        : null;

    /// <summary>What the scheme would say of these fields though all else about the launch were right, or <see langword="null"/>.</summary>
    private string? FindRefusal(TelegramLaunchRequest launch, long botId, IReadOnlyList<TelegramSecretKey> keys)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(LaunchTime.Now(Scheme));
        var failure = Scheme.Verifier.Check(CreateSigner(botId, keys).SignToken(launch.ToDescriptor(now)));
        var isPicked = failure is InitDataFailure.None or InitDataFailure.Expired || failure == InitDataFailure.NoUser && launch.UserId == 0;

        return isPicked ? null : FieldFault.Describe(failure);
    }

    private SignedLaunch Sign(TelegramLaunchRequest launch, long botId, IReadOnlyDictionary<long, IReadOnlyList<TelegramSecretKey>> bots)
    {
        using var forged = launch.Kind == LaunchKind.Forged ? Ed25519SigningKey.Generate() : null;
        var signer = launch.Kind switch
        {
            LaunchKind.Forged => new TelegramInitDataSigner(botId, ForgedKey(), forged),
            LaunchKind.AnotherApp => CreateSigner(Forgery.UnknownId([.. bots.Keys]), keys: []),
            _ => CreateSigner(botId, bots[botId]),
        };

        var time = LaunchTime.Of(launch, Scheme);
        var initData = signer.SignInitData(launch.ToDescriptor(time));
        return new SignedLaunch(TelegramFrameAddress.Create(launcher.AppUrl, initData, launch.StartParam), initData) { Window = LaunchWindow.Of(time, Scheme) };
    }

    /// <remarks>Telegram makes both proofs of every bot. Where no key is known, nobody can tell whether <c>hash</c> is right.</remarks>
    private TelegramInitDataSigner CreateSigner(long botId, IReadOnlyList<TelegramSecretKey> keys) =>
        new(botId, keys.Count > 0 ? keys[0] : ForgedKey(), _inPlaceOfTelegram.Value);
}
