using Microsoft.Extensions.DependencyInjection;
using MiniApp.AspNetCore;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Signs users in to pages that the server makes.</summary>
public static class MiniAppPageApplicationBuilderExtensions
{
    /// <summary>
    /// Exchanges the launch in a page's address for the cookie of a session, and answers 303 with the same address without the launch. It acts
    /// on navigations by <c>GET</c> alone, where a scheme takes its token by <see cref="TokenRetrieval.FromPageAddress"/> and sessions have
    /// <see cref="MiniAppSessionOptions.UseCookieForPages"/>.
    /// </summary>
    /// <param name="app">The application. It stands before authorization, and behind what writes pages for bare answers, such as <c>UseStatusCodePages</c>.</param>
    /// <returns>The application.</returns>
    /// <remarks>
    /// A launch is exchanged once. Its user takes the place of whoever the cookie was of. Where the launch is refused, so is the request, by the
    /// scheme's challenge: 401, or 503 where a store is away; and the cookie is taken back.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="app"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">There is no <c>AddMiniAppSessions()</c>, or no platform beside it.</exception>
    public static IApplicationBuilder UseMiniAppPageSignIn(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);

        SessionServices.Demand(app.ApplicationServices, "Pages");
        app.ApplicationServices.GetRequiredService<LedgerUse>().IsThere = true;
        return app.UseMiddleware<PageSignInMiddleware>();
    }
}
