using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore.Tests;

/// <summary>A back end of all platforms, none of which is the default, whose handlers take launches as parameters.</summary>
internal static class LaunchApp
{
    public const string Cookie = "cookie";

    /// <param name="ahead">Whether the handlers are those that were compiled ahead.</param>
    /// <param name="build">Further services.</param>
    /// <param name="map">Further routes, and what stands before them all.</param>
    public static Task<TestApp> StartAsync(bool ahead = false, Action<WebApplicationBuilder>? build = null, Action<WebApplication>? map = null) =>
        TestApp.StartWithAsync(
            builder =>
            {
                builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
                builder.Services.AddAuthorizationBuilder().SetDefaultPolicy(
                    new AuthorizationPolicyBuilder([.. PlatformScheme.All.Select(platform => platform.Name)]).RequireAuthenticatedUser().Build());
                var authentication = builder.Services.AddAuthentication().AddCookie(Cookie);
                foreach (var platform in PlatformScheme.All)
                {
                    platform.AddTo(authentication);
                }

                build?.Invoke(builder);
            },
            app =>
            {
                map?.Invoke(app);
                if (ahead)
                {
                    CompiledAhead.LaunchRoutes.Map(app);
                }
                else
                {
                    LaunchRoutes.Map(app);
                }
            });

    /// <summary>Has <see cref="Cookie"/> sign in user 7, if it is the default scheme.</summary>
    public static string CookieOf(TestApp app)
    {
        var options = app.Services.GetRequiredService<Microsoft.Extensions.Options.IOptionsMonitor<CookieAuthenticationOptions>>().Get(Cookie);
        var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "7")], Cookie));
        return $"{options.Cookie.Name}={options.TicketDataFormat.Protect(new(user, Cookie))}";
    }
}
