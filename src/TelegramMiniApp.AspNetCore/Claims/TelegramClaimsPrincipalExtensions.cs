using System.Security.Claims;
using MiniApp.AspNetCore;

namespace TelegramMiniApp.AspNetCore;

/// <summary>What a Telegram mini app's back end asks of its user.</summary>
public static class TelegramClaimsPrincipalExtensions
{
    /// <summary>
    /// The Telegram user's id: that of any identity with a claim <c>telegram_user_id</c>, whoever issued it, as a cookie issued after a launch
    /// has. <see cref="MiniAppClaimsPrincipalExtensions.GetMiniAppSubject"/> believes the platform alone.
    /// </summary>
    /// <param name="principal">The user, of any scheme.</param>
    /// <returns><see langword="null"/> for a user who did not come from Telegram, or came from its test servers.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="principal"/> is <see langword="null"/>.</exception>
    public static long? GetTelegramUserId(this ClaimsPrincipal principal) => principal.FindFirstNumber(TelegramClaimTypes.UserId);

    /// <summary>The verified init data that the user was signed in by.</summary>
    /// <param name="principal">The user, of any scheme.</param>
    /// <returns><see langword="null"/> for a user who was signed in by anything else, a cookie issued after a launch included.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="principal"/> is <see langword="null"/>.</exception>
    public static TelegramInitData? GetTelegramInitData(this ClaimsPrincipal principal) => principal.GetLaunch<TelegramInitData>();
}
