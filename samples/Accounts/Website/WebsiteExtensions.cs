using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace Accounts.Website;

/// <summary>The website beside the mini apps: its users sign in with Telegram or VK ID, and find the accounts that their mini apps made.</summary>
internal static class WebsiteExtensions
{
    public const string Cookie = "Website";

    /// <summary>Adds the sign-ins that the section <c>Website</c> has settings for.</summary>
    public static AuthenticationBuilder AddWebsite(this AuthenticationBuilder builder, IConfiguration configuration)
    {
        builder.AddCookie(Cookie, options =>
            (options.Cookie.Name, options.Cookie.SecurePolicy) = ("__Host-website", CookieSecurePolicy.Always));
        var (telegram, vk) = (configuration.GetSection("Website:Telegram"), configuration.GetSection("Website:Vk"));
        if (telegram["ClientId"] is { Length: > 0 } telegramId)
        {
            builder.AddTelegramWebsite(telegramId, telegram["ClientSecret"] ?? throw new InvalidOperationException("Website:Telegram:ClientSecret is missing."));
        }

        if (vk["ClientId"] is { Length: > 0 } vkId)
        {
            builder.AddVkWebsite(vkId);
        }

        return builder;
    }

    public static void MapWebsite(this IEndpointRouteBuilder routes)
    {
        var website = routes.MapGroup("/website");
        website.MapGet("/telegram", (IAuthenticationSchemeProvider schemes) => SignInAsync(TelegramWebsite.Scheme, schemes));
        website.MapGet("/vk", (IAuthenticationSchemeProvider schemes) => SignInAsync(VkWebsite.Scheme, schemes));
        website.MapGet("/account", (ClaimsPrincipal user, AccountStore store, CancellationToken cancellationToken) =>
                AccountEndpoints.SignInAsync(user, store, cancellationToken))
            .RequireAuthorization(policy => policy.AddAuthenticationSchemes(Cookie).RequireAuthenticatedUser());
    }

    /// <summary>Answers a sign-in that did not succeed, which the framework would otherwise throw out of the request: the user may have cancelled it.</summary>
    public static Task RefuseAsync(RemoteFailureContext context)
    {
        context.HandleResponse();
        return AccountEndpoints.Problem(StatusCodes.Status401Unauthorized, "The sign-in did not succeed.").ExecuteAsync(context.HttpContext);
    }

    private static async Task<IResult> SignInAsync(string scheme, IAuthenticationSchemeProvider schemes) =>
        await schemes.GetSchemeAsync(scheme) is null
            ? AccountEndpoints.Problem(StatusCodes.Status404NotFound, "There are no settings for this sign-in.")
            : Results.Challenge(new() { RedirectUri = "/website/account" }, [scheme]);
}
