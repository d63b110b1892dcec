using MiniApp.AspNetCore;

namespace MaxMiniApp.AspNetCore;

/// <summary>What MAX proved, in the event that follows its verification.</summary>
public static class MaxTokenValidatedContextExtensions
{
    /// <summary>The verified init data.</summary>
    /// <param name="context">The context of <see cref="MiniAppEvents.OnTokenValidated"/> of a MAX scheme.</param>
    /// <exception cref="ArgumentNullException"><paramref name="context"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The principal is not the one that a MAX scheme made.</exception>
    public static MaxInitData GetMaxInitData(this TokenValidatedContext context)
    {
        ArgumentNullException.ThrowIfNull(context);

        return context.GetLaunch<MaxInitData>();
    }
}
