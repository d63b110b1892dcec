using MiniApp.AspNetCore;

namespace TelegramMiniApp.AspNetCore;

/// <summary>What Telegram proved, in the event that follows its verification.</summary>
public static class TelegramTokenValidatedContextExtensions
{
    /// <summary>The verified init data.</summary>
    /// <param name="context">The context of <see cref="MiniAppEvents.OnTokenValidated"/> of a Telegram scheme.</param>
    /// <exception cref="ArgumentNullException"><paramref name="context"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The principal is not the one that a Telegram scheme made.</exception>
    public static TelegramInitData GetTelegramInitData(this TokenValidatedContext context)
    {
        ArgumentNullException.ThrowIfNull(context);

        return context.GetLaunch<TelegramInitData>();
    }
}
