using System.Diagnostics.CodeAnalysis;
using MiniApp.AspNetCore.DevLauncher;

namespace MaxMiniApp.AspNetCore.DevLauncher;

/// <summary>Signs the contacts that a page asks for, with the tokens of the scheme's bots or with anything but them.</summary>
/// <param name="launches">Knows the scheme.</param>
internal sealed class MaxContactResponder(MaxLaunchSigner launches)
{
    public bool TrySign(MaxContactRequest request, [NotNullWhen(true)] out SharedContact? contact, [NotNullWhen(false)] out string? fault)
    {
        fault = request.FindFault();
        var token = fault is null ? launches.FindToken(request.Bot) : null;
        fault ??= token is null ? MaxLaunchSigner.UnknownBot : null;
        contact = fault is null ? Sign(request, token!) : null;
        return fault is null;
    }

    private SharedContact Sign(MaxContactRequest request, string token)
    {
        var authDate = ContactTime.Of(request, launches.Scheme);
        var signer = new MaxContactSigner(request.Kind == ContactKind.Forged ? Forgery.Key() : token);
        return new SharedContact(request.PhoneNumber, authDate, signer.Sign(request.PhoneNumber, authDate, request.FindOwner()));
    }
}
