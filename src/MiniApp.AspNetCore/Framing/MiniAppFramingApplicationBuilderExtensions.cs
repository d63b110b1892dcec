using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using MiniApp.AspNetCore;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Says which sites may show the application's pages in a frame.</summary>
public static partial class MiniAppFramingApplicationBuilderExtensions
{
    /// <summary>
    /// Lets the sites of the platforms whose schemes the application has show its pages in a frame, and no other site: the directive
    /// <c>frame-ancestors</c> of a page's <c>Content-Security-Policy</c>, beside what else that says. The application's own origin may
    /// frame them too (<c>'self'</c>), as the launcher does in Development.
    /// </summary>
    /// <param name="app">The application. It stands before whatever answers with a page, such as <c>UseStaticFiles</c>.</param>
    /// <param name="others">
    /// Further origins that may, such as <c>https://partner.example</c>, <c>https://*.partner.example</c> or <c>http://localhost:5173</c>:
    /// in ASCII, without a path.
    /// </param>
    /// <returns>The application.</returns>
    /// <remarks>
    /// An answer whose policy has <c>frame-ancestors</c> already, or whose <c>X-Frame-Options</c> is <c>DENY</c>, stays as it is. Every other
    /// <c>X-Frame-Options</c>, such as antiforgery's <c>SAMEORIGIN</c>, is removed: it can't name a platform. Pages are answers in HTML, and
    /// those without a <c>Content-Type</c>, which a browser may take for HTML.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="app"/>, <paramref name="others"/> or one of these is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">One of <paramref name="others"/> is no origin.</exception>
    /// <exception cref="InvalidOperationException">The application has no scheme of a platform.</exception>
    public static IApplicationBuilder UseMiniAppFrameAncestors(this IApplicationBuilder app, params string[] others)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(others);

        foreach (var other in others)
        {
            ArgumentNullException.ThrowIfNull(other, nameof(others));
            if (!Origin().IsMatch(other))
            {
                throw new ArgumentException(
                    $"\"{other}\" is no origin: write https://partner.example, https://*.partner.example or http://localhost:5173, without a path.",
                    nameof(others));
            }
        }

        var schemes = app.ApplicationServices.GetService<LaunchSchemeList>()
            ?? throw new InvalidOperationException(
                "UseMiniAppFrameAncestors() needs a platform, such as AddVkMiniApp(), which is called on what AddAuthentication() returns.");

        return app.UseMiddleware<FrameAncestorsMiddleware>(new FrameAncestors(schemes, others));
    }

    /// <summary>A source of CSP that names hosts: not every one (<c>*</c>, <c>https:</c>), and nothing that would begin another directive.</summary>
    [GeneratedRegex(
        @"^https?://(\*\.)?[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:([0-9]{1,5}|\*))?\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Origin();
}
