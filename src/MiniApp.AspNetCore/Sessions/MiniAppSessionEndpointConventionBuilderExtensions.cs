using MiniApp.AspNetCore;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Says whether endpoints take launches or sessions, where it is not either.</summary>
public static class MiniAppSessionEndpointConventionBuilderExtensions
{
    /// <summary>
    /// Takes launches alone, of all platforms: whoever comes with a session is asked for a launch. <c>RequireAuthorization()</c> takes both
    /// where the default scheme is that of <c>AddMiniAppSessions()</c>. What else says who may come counts beside it, the application's default
    /// policy too. <see cref="RequireMiniAppLaunchAttribute"/> is the same on controllers and hubs.
    /// </summary>
    /// <typeparam name="TBuilder">What the endpoints are made with.</typeparam>
    /// <param name="builder">The endpoints.</param>
    /// <returns>The endpoints.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is <see langword="null"/>.</exception>
    public static TBuilder RequireMiniAppLaunch<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.RequireAuthorization(new RequireMiniAppLaunchAttribute());

    /// <summary>
    /// Takes sessions alone: whoever comes with a launch is asked for a session. What else says who may come counts beside it, the application's
    /// default policy too. <see cref="RequireMiniAppSessionAttribute"/> is the same on controllers and hubs.
    /// </summary>
    /// <typeparam name="TBuilder">What the endpoints are made with.</typeparam>
    /// <param name="builder">The endpoints.</param>
    /// <returns>The endpoints.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is <see langword="null"/>.</exception>
    public static TBuilder RequireMiniAppSession<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.RequireAuthorization(new RequireMiniAppSessionAttribute());
}
