using System.Runtime.CompilerServices;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore.Tests;

/// <summary>
/// A back end of all platforms with the framework's own bearer tokens and cookies beside them. Each scheme guards the path of its name,
/// and <c>/me</c> is open to them all.
/// </summary>
internal static class Backend
{
    public const string Opaque = "opaque";
    public const string Cookie = "cookie";

    public static IEnumerable<string> Schemes => [.. PlatformScheme.All.Select(platform => platform.Name), Opaque, Cookie];

    /// <param name="oneWord">Whether all platforms listen to the word <c>Bearer</c>.</param>
    /// <param name="map">Further routes.</param>
    public static Task<TestApp> StartAsync(bool oneWord = false, Action<WebApplication>? map = null) => TestApp.StartWithAsync(
        builder =>
        {
            builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
            builder.Services.AddAuthorizationBuilder()
                .SetDefaultPolicy(SignedInBy([.. Schemes]));
            var authentication = builder.Services.AddAuthentication().AddBearerToken(Opaque).AddCookie(Cookie, options =>
            {
                options.Events.OnRedirectToLogin = context => AnswerAsync(context, StatusCodes.Status401Unauthorized);
                options.Events.OnRedirectToAccessDenied = context => AnswerAsync(context, StatusCodes.Status403Forbidden);
            });

            foreach (var platform in PlatformScheme.All)
            {
                platform.AddTo(authentication, acceptBearer: oneWord);
            }
        },
        app =>
        {
            foreach (var scheme in Schemes)
            {
                app.MapGet("/" + scheme, (ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier))
                    .RequireAuthorization(SignedInBy(scheme));
            }

            map?.Invoke(app);
        });

    /// <summary>A request with the credentials that this scheme gives user 42.</summary>
    public static Action<HttpContext> Credentials(TestApp app, string scheme, bool oneWord = false) => scheme switch
    {
        Opaque => Authorization("Bearer " + OpaqueToken(app, User(scheme))),
        Cookie => context => context.Request.Headers.Cookie = CookieOf(app, User(scheme)),
        _ => Authorization($"{WordOf(scheme, oneWord)} {PlatformScheme.Of(scheme).Good()}"),
    };

    /// <summary>The word behind which a scheme's token stands; a cookie has none.</summary>
    public static string? WordOf(string scheme, bool oneWord) => scheme switch
    {
        Cookie => null,
        Opaque => "Bearer",
        _ => oneWord ? "Bearer" : PlatformScheme.Of(scheme).AuthScheme,
    };

    public static Action<HttpContext> Authorization(string header) => context => context.Request.Headers.Authorization = header;

    /// <summary>The cookie that a signed-in user gets.</summary>
    public static string CookieOf(TestApp app, ClaimsPrincipal user)
    {
        var options = app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Cookie);
        return $"{options.Cookie.Name}={options.TicketDataFormat.Protect(new AuthenticationTicket(user, Cookie))}";
    }

    /// <summary>What one of the schemes makes of a request.</summary>
    public static async Task<AuthenticateResult> AuthenticateAsync(TestApp app, string scheme, Action<HttpContext> request)
    {
        var result = new StrongBox<AuthenticateResult>();
        await app.GetAsync("/authenticate/" + scheme, context =>
        {
            request(context);
            context.Features.Set(result);
        });

        return result.Value!;
    }

    private static AuthorizationPolicy SignedInBy(params string[] schemes) =>
        new AuthorizationPolicyBuilder(schemes).RequireAuthenticatedUser().Build();

    private static Task AnswerAsync(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static string OpaqueToken(TestApp app, ClaimsPrincipal user)
    {
        var options = app.Services.GetRequiredService<IOptionsMonitor<BearerTokenOptions>>().Get(Opaque);
        var properties = new AuthenticationProperties { ExpiresUtc = DateTimeOffset.FromUnixTimeSeconds(PlatformScheme.Now + 60) };
        return options.BearerTokenProtector.Protect(new AuthenticationTicket(user, properties, Opaque));
    }

    private static ClaimsPrincipal User(string scheme) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, scheme + ":42")], scheme));
}
