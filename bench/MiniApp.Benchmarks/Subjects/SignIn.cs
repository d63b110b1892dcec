using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VkMiniApp.AspNetCore;

namespace VkMiniApp.Benchmarks;

/// <summary>One way for a request to sign a user in: an application's default scheme, and the header that the request comes with.</summary>
/// <param name="Name">What the tables call it.</param>
/// <param name="Scheme">The scheme.</param>
/// <param name="Add">Adds it to an application.</param>
/// <param name="Header">The header's name and value, made with the application's services.</param>
internal sealed record SignIn(
    string Name, string Scheme, Action<AuthenticationBuilder> Add, Func<IServiceProvider, (string Name, string Value)> Header)
{
    public static SignIn Ready { get; } = new(
        "a user who is ready",
        nameof(Ready),
        authentication => authentication.AddScheme<AuthenticationSchemeOptions, ReadyHandler>(nameof(Ready), null),
        _ => ("Authorization", "Bearer " + Launch.Token));

    public static SignIn ByLaunch { get; } = new(
        "`AddVkMiniApp`",
        VkMiniAppDefaults.AuthenticationScheme,
        authentication => authentication.AddVkMiniApp(options =>
        {
            options.AddApp(Launch.AppId, Launch.Secret);
            options.Lifetime = TimeSpan.FromDays(36500);
        }),
        _ => ("Authorization", "Bearer " + Launch.Token));

    public static SignIn ByJwt { get; } = new(
        "`AddJwtBearer` 10, HS256, the same claims",
        JwtBearerDefaults.AuthenticationScheme,
        authentication => authentication.AddJwtBearer(options => options.TokenValidationParameters = SymmetricJwt.Validation),
        _ => ("Authorization", "Bearer " + SymmetricJwt.Create(Launch.Claims)));

    public static SignIn ByBearerToken { get; } = new(
        "`AddBearerToken` of the framework",
        BearerTokenDefaults.AuthenticationScheme,
        authentication => authentication.AddBearerToken(),
        services => ("Authorization", "Bearer " + Options<BearerTokenOptions>(services, BearerTokenDefaults.AuthenticationScheme)
            .BearerTokenProtector.Protect(Ticket(BearerTokenDefaults.AuthenticationScheme))));

    public static SignIn ByCookie { get; } = new(
        "`AddCookie` of the framework",
        CookieAuthenticationDefaults.AuthenticationScheme,
        authentication => authentication.AddCookie(),
        services =>
        {
            var options = Options<CookieAuthenticationOptions>(services, CookieAuthenticationDefaults.AuthenticationScheme);
            return ("Cookie", $"{options.Cookie.Name}={options.TicketDataFormat.Protect(Ticket(CookieAuthenticationDefaults.AuthenticationScheme))}");
        });

    public static IReadOnlyList<SignIn> All { get; } = [Ready, ByLaunch, ByJwt, ByBearerToken, ByCookie];

    private static TOptions Options<TOptions>(IServiceProvider services, string scheme) =>
        services.GetRequiredService<IOptionsMonitor<TOptions>>().Get(scheme);

    /// <summary>A user with as many claims as the launch's.</summary>
    public static AuthenticationTicket Ticket(string scheme)
    {
        var claims = Launch.Claims.Select(claim => new Claim(claim.Key, claim.Value))
            .Append(new Claim(ClaimTypes.NameIdentifier, Launch.Claims[VkClaimTypes.UserId]));
        var now = TimeProvider.System.GetUtcNow();
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddDays(30) };
        return new(new ClaimsPrincipal(new ClaimsIdentity(claims, "VK")), properties, scheme);
    }
}
