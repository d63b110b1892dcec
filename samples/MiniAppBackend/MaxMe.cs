using System.Security.Claims;
using MaxMiniApp.AspNetCore;

namespace MiniAppBackend;

/// <summary>What <c>/max/me</c> answers.</summary>
internal sealed record MaxMe(long Id, string FirstName, string? Language)
{
    public static MaxMe Of(ClaimsPrincipal user)
    {
        var person = user.GetMaxInitData()!.User;
        return new MaxMe(person.Id, person.FirstName, person.LanguageCode);
    }
}
