using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using MaxMiniApp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using ShopMiniApp.AspNetCore;
using TelegramMiniApp;
using VkMiniApp;

#if COMPILED_AHEAD
namespace CompiledAhead;
#else
namespace MiniApp.AspNetCore.Tests;
#endif

/// <summary>
/// Handlers that take launches, in every way that there is. They are compiled twice: once for reflection at the start, and once ahead, as
/// for a native application. Each answers with the names of the schemes whose launches it was given.
/// </summary>
public static class LaunchRoutes
{
    [SuppressMessage("Trimming", "IL2026", Justification = "Not trimmed.")]
    [SuppressMessage("AOT", "IL3050", Justification = "Not compiled to native code.")]
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/any", (VkLaunchParams? vk, TelegramInitData? tg, MaxInitData? max, ShopLaunch? shop) => Name(vk, tg, max, shop));
        app.MapGet("/any/in-one", ([AsParameters] Anybody who) => Name(who.Vk, who.Tg, who.Max, who.Shop));
#if COMPILED_AHEAD
        // The generator makes code of default values that fails as it casts the handler.
        app.MapGet("/any/by-default", (VkLaunchParams? vk, TelegramInitData? tg, MaxInitData? max, ShopLaunch? shop) => Name(vk, tg, max, shop));
#else
        app.MapGet("/any/by-default", (VkLaunchParams? vk = null, TelegramInitData? tg = null, MaxInitData? max = null, ShopLaunch? shop = null) =>
            Name(vk, tg, max, shop));
#endif
        app.MapGet("/any/from-services", (
                [FromServices] VkLaunchParams? vk, [FromServices] TelegramInitData? tg, [FromServices] MaxInitData? max, [FromServices] ShopLaunch? shop) =>
            Name(vk, tg, max, shop));
        app.MapGet("/any/filtered", (VkLaunchParams? vk, TelegramInitData? tg, MaxInitData? max, ShopLaunch? shop) => Name(vk, tg, max, shop))
            .AddEndpointFilter((context, next) => next(context));
        app.MapGroup("/group").MapGet("/any", (VkLaunchParams? vk, TelegramInitData? tg, MaxInitData? max, ShopLaunch? shop) => Name(vk, tg, max, shop));
        app.MapGet("/any/guarded", (VkLaunchParams? vk, TelegramInitData? tg, MaxInitData? max, ShopLaunch? shop) => Name(vk, tg, max, shop))
            .RequireAuthorization();

        app.MapGet("/only/VkMiniApp", (VkLaunchParams launch) => Name(launch));
        app.MapGet("/only/TelegramMiniApp", (TelegramInitData launch) => Name(tg: launch));
        app.MapGet("/only/MaxMiniApp", (MaxInitData launch) => Name(max: launch));
        app.MapGet("/only/ShopMiniApp", (ShopLaunch launch) => Name(shop: launch));
        app.MapGet("/guarded/VkMiniApp", (VkLaunchParams launch) => Name(launch)).RequireAuthorization();
        app.MapGet("/guarded/TelegramMiniApp", (TelegramInitData launch) => Name(tg: launch)).RequireAuthorization();
        app.MapGet("/guarded/MaxMiniApp", (MaxInitData launch) => Name(max: launch)).RequireAuthorization();
        app.MapGet("/guarded/ShopMiniApp", (ShopLaunch launch) => Name(shop: launch)).RequireAuthorization();
        app.MapGroup("/group").MapPost("/only/VkMiniApp", ([AsParameters] VkRequest request) => Name(request.Launch));
        app.MapMethods("/only/VkMiniApp/methods", ["GET", "HEAD", "OPTIONS"], (VkLaunchParams launch) => Name(launch))
            .AddEndpointFilter((context, next) => next(context));
        app.MapGet("/vk-and-perhaps-telegram", (VkLaunchParams vk, TelegramInitData? tg) => Name(vk, tg));
        app.MapGet("/vk-and-telegram", (VkLaunchParams vk, TelegramInitData tg) => Name(vk, tg));
        app.MapGet("/user-and-perhaps-vk", (ClaimsPrincipal user, VkLaunchParams? vk) => $"{user.FindFirst(ClaimTypes.NameIdentifier)?.Value} {Name(vk)}");
        app.MapGet("/plain", (HttpContext context) => context.GetEndpoint()!.DisplayName);
        app.MapPost("/body", ([FromBody] ShopLaunch launch) => launch.ShopId);
    }

    private static string Name(VkLaunchParams? vk = null, TelegramInitData? tg = null, MaxInitData? max = null, ShopLaunch? shop = null) => string.Join(
        ' ', new object?[] { vk, tg, max, shop }.Zip(["VkMiniApp", "TelegramMiniApp", "MaxMiniApp", "ShopMiniApp"]).Where(pair => pair.First is not null).Select(pair => pair.Second));

    public sealed record VkRequest(int? Page, VkLaunchParams Launch);

    public sealed class Anybody
    {
        public VkLaunchParams? Vk { get; set; }

        public TelegramInitData? Tg { get; set; }

        public MaxInitData? Max { get; set; }

        public ShopLaunch? Shop { get; set; }
    }
}
