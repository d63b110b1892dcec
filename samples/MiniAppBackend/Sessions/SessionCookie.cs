using Microsoft.AspNetCore.Authentication.Cookies;

namespace MiniAppBackend.Sessions;

/// <summary>The cookie of a session, for a page in a frame inside VK's.</summary>
internal static class SessionCookie
{
    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "__Host-session";
        options.Cookie.SameSite = SameSiteMode.None;
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        options.Cookie.Extensions.Add("Partitioned"); // of its own inside VK's frame, where other cookies are blocked

        options.Events.OnValidatePrincipal = context =>
        {
            var isGood = context.Options.TimeProvider!.GetUtcNow() <= SessionUser.EndOf(context.Principal!);
            if (!isGood)
            {
                context.RejectPrincipal();
            }

            return Task.CompletedTask;
        };

        // There is no page to redirect to.
        options.Events.OnRedirectToLogin = context => AnswerAsync(context.Response, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => AnswerAsync(context.Response, StatusCodes.Status403Forbidden);
    }

    private static Task AnswerAsync(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }
}
