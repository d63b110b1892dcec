using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore;

/// <summary>Says what is missing where sessions are used without having been added.</summary>
internal static class SessionServices
{
    /// <param name="services">The application's services.</param>
    /// <param name="user">What uses sessions, at the beginning of a sentence.</param>
    /// <exception cref="InvalidOperationException">There is no <c>AddMiniAppSessions()</c>, or no platform beside it.</exception>
    public static void Demand(IServiceProvider services, string user)
    {
        var known = services.GetRequiredService<IServiceProviderIsService>();
        if (!known.IsService(typeof(SessionEndpoints)) || !known.IsService(typeof(MiniAppSchemes)))
        {
            throw new InvalidOperationException(
                $"{user} need AddMiniAppSessions(), and a platform beside it, such as AddVkMiniApp(): both are called on what AddAuthentication() returns.");
        }
    }
}
