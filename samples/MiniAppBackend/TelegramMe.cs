using System.Security.Claims;
using TelegramMiniApp.AspNetCore;

namespace MiniAppBackend;

/// <summary>What <c>/telegram/me</c> answers.</summary>
internal sealed record TelegramMe(long Id, string FirstName, string? Language)
{
    public static TelegramMe Of(ClaimsPrincipal user)
    {
        var person = user.GetTelegramInitData()!.User;
        return new TelegramMe(person.Id, person.FirstName, person.LanguageCode);
    }
}
