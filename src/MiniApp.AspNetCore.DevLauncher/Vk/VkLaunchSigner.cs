using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using MiniApp.AspNetCore.DevLauncher;

namespace VkMiniApp.AspNetCore.DevLauncher;

/// <summary>Signs launches with the keys of the scheme's apps, or with anything but them.</summary>
internal sealed class VkLaunchSigner(IOptionsMonitor<VkMiniAppOptions> schemes, VkMiniAppLauncherOptions launcher)
{
    public const string UnknownApp = "The scheme knows no such app.";

    /// <summary>The scheme's options: read anew each time, so that a change to the configuration takes effect.</summary>
    public VkMiniAppOptions Scheme => schemes.Get(launcher.AuthenticationScheme);

    /// <summary>The apps that launches can be signed for, the one of the configuration first.</summary>
    public IReadOnlyList<long> AppIds => [.. Scheme.Apps.Keys];

    public bool TrySign(VkLaunchRequest launch, [NotNullWhen(true)] out SignedLaunch? signed, [NotNullWhen(false)] out string? fault)
    {
        var appId = launch.AppId ?? AppIds[0];
        var secret = FindSecret(appId);
        fault = launch.FindFault() ?? (secret is null ? UnknownApp : FindRefusal(launch, appId, secret));
        signed = fault is null ? Sign(launch, appId, secret!) : null;
        return fault is null;
    }

    /// <summary>The key that signs for an app; of several, the first.</summary>
    public string? FindSecret(long appId) => Scheme.Apps.GetValueOrDefault(appId)?[0];

    /// <summary>What the scheme would say of these fields though all else about the launch were right, or <see langword="null"/>.</summary>
    private string? FindRefusal(VkLaunchRequest launch, long appId, string secret)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(LaunchTime.Now(Scheme));
        var failure = Scheme.Verifier.Check(new VkLaunchParamsSigner(appId, secret).SignToken(launch.ToDescriptor(now)));
        var isPicked = failure is VkLaunchFailure.None or VkLaunchFailure.Expired || failure == VkLaunchFailure.NoUser && launch.UserId == 0;

        return isPicked ? null : FieldFault.Describe(failure);
    }

    private SignedLaunch Sign(VkLaunchRequest launch, long appId, string secret)
    {
        var signer = launch.Kind switch
        {
            LaunchKind.Forged => new VkLaunchParamsSigner(appId, Forgery.Key()),
            LaunchKind.AnotherApp => new VkLaunchParamsSigner(Forgery.UnknownId(AppIds), Forgery.Key()),
            _ => new VkLaunchParamsSigner(appId, secret),
        };

        var time = LaunchTime.Of(launch, Scheme);
        var query = signer.SignQuery(launch.ToDescriptor(time));
        return new SignedLaunch(FrameAddress.Create(launcher.AppUrl, query, launch.Fragment), query) { Window = LaunchWindow.Of(time, Scheme) };
    }
}
