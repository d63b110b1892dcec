using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using MiniApp.AspNetCore;

namespace ShopMiniApp.AspNetCore;

/// <summary>What an application that serves the shop's mini apps writes.</summary>
public static class ShopMiniAppExtensions
{
    private static readonly LaunchRequirements Requirements = new("Shop");

    public static AuthenticationBuilder AddShopMiniApp(
        this AuthenticationBuilder builder, Action<ShopMiniAppOptions>? configureOptions = null) =>
        builder.AddMiniApp<ShopMiniAppOptions, ShopMiniAppHandler, ShopLaunch>("ShopMiniApp", displayName: null, configureOptions)
            .AddMiniAppVerifier<ShopMiniAppOptions, ShopVerifier>("ShopMiniApp", options => options.Verifier);

    public static AuthenticationBuilder AddShopMiniApp<TService>(
        this AuthenticationBuilder builder, Action<ShopMiniAppOptions, TService> configureOptions)
        where TService : class =>
        builder.AddMiniApp<ShopMiniAppOptions, ShopMiniAppHandler, ShopLaunch, TService>("ShopMiniApp", configureOptions)
            .AddMiniAppVerifier<ShopMiniAppOptions, ShopVerifier>("ShopMiniApp", options => options.Verifier);

    public static AuthorizationPolicyBuilder RequireShop(this AuthorizationPolicyBuilder policy, params long[] shopIds) =>
        policy.AddRequirements(Requirements.OneOf(ShopClaimTypes.ShopId, "The shop", shopIds));

    public static long? GetShopUserId(this ClaimsPrincipal user) => user.FindFirstNumber(ShopClaimTypes.UserId);
}
