using System.Diagnostics.CodeAnalysis;
using MiniApp.AspNetCore.DevLauncher;

namespace VkMiniApp.AspNetCore.DevLauncher;

/// <summary>Signs what a page has signed by <c>VKWebAppCreateHash</c>, with the keys of the scheme's apps.</summary>
/// <param name="launches">Knows the scheme.</param>
/// <param name="verifier">What the back end verifies such hashes with.</param>
internal sealed class VkHashSigner(VkLaunchSigner launches, VkCreatedHashVerifier verifier)
{
    public bool TrySign(HashRequest request, [NotNullWhen(true)] out SignedHash? signed, [NotNullWhen(false)] out string? fault)
    {
        signed = request.UserId > 0 && launches.FindSecret(request.AppId) is { } secret ? Sign(request, secret) : null;
        fault = signed is null
            ? "The payload must be one that the back end's verifier takes, not empty and without a tilde, and there has to be a user of an app of the scheme."
            : null;
        return signed is not null;
    }

    private SignedHash? Sign(HashRequest request, string secret)
    {
        try
        {
            var now = LaunchTime.Now(launches.Scheme);
            var sign = new VkCreatedHashSigner(request.AppId, secret).Sign(request.UserId, request.Payload, now);
            return IsRefused(request, secret, now, sign) ? null : new SignedHash(request.Payload, now, sign);
        }
        catch (ArgumentException)
        {
            // No payload, or one with a tilde: what VK signs then is not known.
            return null;
        }
    }

    private bool IsRefused(HashRequest request, string secret, long now, string sign)
    {
        var launch = new VkLaunchParamsSigner(request.AppId, secret).SignQuery(new VkLaunchParamsDescriptor { UserId = request.UserId });
        var verified = new VkLaunchParamsVerifier(request.AppId, secret).Verify(launch).LaunchParams;

        // The application's verifier may have another clock than the scheme, or other apps.
        return verifier.Verify(verified, request.Payload, now, sign).Failure
            is VkCreatedHashFailure.Malformed or VkCreatedHashFailure.UnsettledRequestId or VkCreatedHashFailure.InvalidSignature;
    }
}
