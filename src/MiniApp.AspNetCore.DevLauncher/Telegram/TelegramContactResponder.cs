using System.Diagnostics.CodeAnalysis;
using MiniApp.AspNetCore.DevLauncher;

namespace TelegramMiniApp.AspNetCore.DevLauncher;

/// <summary>Signs the contacts that a page asks for, with the keys of the scheme's bots or with anything but them.</summary>
/// <param name="launches">Knows the scheme.</param>
internal sealed class TelegramContactResponder(TelegramLaunchSigner launches)
{
    public bool TrySign(TelegramContactRequest request, [NotNullWhen(true)] out SharedContact? contact, [NotNullWhen(false)] out string? fault)
    {
        fault = request.FindFault();
        var key = fault is null ? launches.FindKey(request.BotId) : null;
        fault ??= key is null ? "The scheme knows no such bot, or not its key." : null;
        contact = fault is null ? new SharedContact(Sign(request, key!)) : null;
        return fault is null;
    }

    private string Sign(TelegramContactRequest request, TelegramSecretKey key) =>
        new TelegramContactSigner(request.Kind == ContactKind.Forged ? TelegramLaunchSigner.ForgedKey() : key)
            .Sign(request.ToContact(), DateTimeOffset.FromUnixTimeSeconds(ContactTime.Of(request, launches.Scheme)));
}
