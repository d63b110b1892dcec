using System.Diagnostics.CodeAnalysis;
using MiniApp.AspNetCore.DevLauncher;

namespace VkMiniApp.AspNetCore.DevLauncher;

/// <summary>Signs the contacts that a page asks for, with the keys of the scheme's apps or with anything but them.</summary>
/// <param name="launches">Knows the scheme.</param>
internal sealed class VkContactResponder(VkLaunchSigner launches)
{
    public bool TrySign(VkContactRequest request, [NotNullWhen(true)] out SharedContact? contact, [NotNullWhen(false)] out string? fault)
    {
        var appId = request.AppId ?? launches.AppIds[0];
        var secret = launches.FindSecret(appId);
        fault = request.FindFault() ?? (secret is null ? VkLaunchSigner.UnknownApp : null);
        contact = fault is null ? new SharedContact(Sign(request, appId, secret!)) : null;
        return fault is null;
    }

    private static string Sign(VkContactRequest request, long appId, string secret)
    {
        var signer = new VkContactSigner(appId, request.Kind == ContactKind.Forged ? Forgery.Key() : secret);
        return request.Field == VkContactField.Email
            ? signer.SignEmail(request.FindOwner(), request.Value)
            : signer.SignPhoneNumber(request.FindOwner(), request.Value);
    }
}
