using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using MiniApp;
using MiniApp.AspNetCore.DevLauncher;

namespace MaxMiniApp.AspNetCore.DevLauncher;

/// <summary>Signs init data with the tokens of the scheme's bots, or with anything but them.</summary>
internal sealed class MaxLaunchSigner(IOptionsMonitor<MaxMiniAppOptions> schemes, MaxMiniAppLauncherOptions launcher)
{
    public const string UnknownBot = "The scheme knows no such bot.";

    /// <summary>The scheme's options: read anew each time, so that a change to the configuration takes effect.</summary>
    public MaxMiniAppOptions Scheme => schemes.Get(launcher.AuthenticationScheme);

    public bool TrySign(MaxLaunchRequest launch, [NotNullWhen(true)] out SignedLaunch? signed, [NotNullWhen(false)] out string? fault)
    {
        var token = FindToken(launch.Bot);
        fault = launch.FindFault() ?? (token is null ? UnknownBot : FindRefusal(launch, token));
        signed = fault is null ? Sign(launch, token!) : null;
        return fault is null;
    }

    /// <summary>The token that signs for a bot, by its place from 1; of several, the newest.</summary>
    public string? FindToken(int? bot) => Scheme.Bots.ElementAtOrDefault((bot ?? 1) - 1)?[0];

    /// <summary>What the scheme would say of these fields though all else about the launch were right, or <see langword="null"/>.</summary>
    private string? FindRefusal(MaxLaunchRequest launch, string token)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(LaunchTime.Now(Scheme));
        var failure = Scheme.Verifier.Check(new MaxInitDataSigner(token).SignToken(launch.ToDescriptor(now)));
        var isPicked = failure is InitDataFailure.None or InitDataFailure.Expired || failure == InitDataFailure.NoUser && launch.UserId == 0;

        return isPicked ? null : FieldFault.Describe(failure);
    }

    private SignedLaunch Sign(MaxLaunchRequest launch, string token)
    {
        // Init data does not name its bot: a forger's token and another bot's are the same to the scheme.
        var signer = new MaxInitDataSigner(launch.Kind is LaunchKind.Forged or LaunchKind.AnotherApp ? Forgery.Key() : token);
        var time = LaunchTime.Of(launch, Scheme);
        var initData = signer.SignInitData(launch.ToDescriptor(time));
        return new SignedLaunch(MaxFrameAddress.Create(launcher.AppUrl, initData), initData) { Window = LaunchWindow.Of(time, Scheme) };
    }
}
