using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using MiniApp.AspNetCore.DevLauncher;

namespace VkMiniApp.AspNetCore.DevLauncher;

/// <summary>Signs launches with the keys of the scheme, or with anything but them.</summary>
internal sealed class LaunchFactory(IOptionsMonitor<VkMiniAppOptions> schemes, VkMiniAppLauncherOptions launcher)
{
    private const int KeyBytes = 16;

    /// <summary>The scheme's options: read anew each time, so that a change to the configuration takes effect.</summary>
    public VkMiniAppOptions Scheme => schemes.Get(launcher.AuthenticationScheme);

    /// <summary>The apps that launches can be signed for, the one of the configuration first.</summary>
    public IReadOnlyList<long> AppIds
    {
        get
        {
            var scheme = Scheme;
            return [.. new[] { scheme.AppId }.OfType<long>().Concat(scheme.Apps.Keys).Distinct()];
        }
    }

    /// <summary>Signs a launch; <see langword="false"/> where its app is none of the scheme's.</summary>
    public bool TrySign(LaunchRequest launch, [NotNullWhen(true)] out SignedLaunch? signed)
    {
        signed = null;
        var appId = launch.AppId ?? AppIds[0];
        if (FindSecret(appId) is not { } secret)
        {
            return false;
        }

        var signer = launch.Kind switch
        {
            LaunchKind.Forged => new VkLaunchParamsSigner(appId, RandomNumberGenerator.GetHexString(KeyBytes)),
            LaunchKind.AnotherApp => new VkLaunchParamsSigner(UnknownAppId(), RandomNumberGenerator.GetHexString(KeyBytes)),
            _ => new VkLaunchParamsSigner(appId, secret),
        };

        var query = signer.SignQuery(launch.ToDescriptor(LaunchTime.Of(launch.Kind, launch.AgeSeconds, Scheme)));
        signed = new SignedLaunch(AppAddress.Create(launcher.AppUrl, query, launch.Fragment), query, Base64Url.EncodeToString(Encoding.ASCII.GetBytes(query)));
        return true;
    }

    /// <summary>Signs a request of the page; <see langword="false"/> where VK's rule or the scheme has nothing to say of it.</summary>
    public bool TrySign(HashRequest request, [NotNullWhen(true)] out SignedHash? signed)
    {
        signed = null;
        if (request.UserId <= 0 || FindSecret(request.AppId) is not { } secret)
        {
            return false;
        }

        try
        {
            var now = LaunchTime.Now(Scheme);
            signed = new SignedHash(request.Payload, now, new VkCreatedHashSigner(request.AppId, secret).Sign(request.UserId, request.Payload, now));
            return true;
        }
        catch (ArgumentException)
        {
            // No payload, or one with a tilde: what VK signs then is not known.
            return false;
        }
    }

    /// <summary>The key that signs for an app; of several, the first.</summary>
    private string? FindSecret(long appId)
    {
        var scheme = Scheme;
        return appId == scheme.AppId ? scheme.AppSecret : scheme.Apps.GetValueOrDefault(appId)?[0];
    }

    private long UnknownAppId()
    {
        var known = AppIds;
        return Enumerable.Range(1, known.Count + 1).Select(id => (long)id).First(id => !known.Contains(id));
    }
}
