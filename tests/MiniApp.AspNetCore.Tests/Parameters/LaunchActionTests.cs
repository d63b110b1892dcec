using System.Net.Http.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Authorization;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using ShopMiniApp.AspNetCore;
using TelegramMiniApp;
using VkMiniApp;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Actions of controllers that take launches.</summary>
public sealed class LaunchActionTests
{
    private static readonly PlatformScheme Vk = PlatformScheme.Of("VkMiniApp");
    private static readonly PlatformScheme Telegram = PlatformScheme.Of("TelegramMiniApp");
    private static readonly PlatformScheme Shop = PlatformScheme.Of("ShopMiniApp");

    [Theory]
    [InlineData("api")]
    [InlineData("plain")]
    [InlineData("services")]
    public async Task Action_of_several_platforms_serves_whoever_comes(string controller)
    {
        await using var app = await StartAsync();
        var path = $"/actions/{controller}/any";

        Assert.Equal((200, "vk 42"), await AskAsync(app, path, Vk.Header(Vk.Good())));
        Assert.Equal((200, "shop 42"), await AskAsync(app, path, Shop.Header(Shop.Good())));
        Assert.Equal((200, "nobody"), await AskAsync(app, path));
        Assert.Equal((200, "nobody"), await AskAsync(app, path, Vk.Header(Vk.Expired())));
    }

    [Theory]
    [InlineData("api/only")]
    [InlineData("plain/only")]
    [InlineData("services/only")]
    [InlineData("property")]
    [InlineData("constructor")]
    [InlineData("filtered/made")]
    [InlineData("filtered/given")]
    public async Task Action_that_demands_a_launch_challenges_for_it(string path)
    {
        await using var app = await StartAsync();

        Assert.Equal((200, "shop 42"), await AskAsync(app, $"/actions/{path}", Shop.Header(Shop.Good())));
        var refusal = await app.GetAsync($"/actions/{path}");
        Assert.Equal((401, "Shop"), (refusal.Status, Assert.Single(refusal.Challenges)));
    }

    [Theory]
    [InlineData("api")]
    [InlineData("plain")]
    [InlineData("services")]
    public async Task Who_was_signed_in_by_something_else_is_forbidden(string controller)
    {
        await using var app = await StartAsync();

        Assert.Equal((403, ""), await AskAsync(app, $"/actions/{controller}/guarded", Vk.Header(Vk.Good())));
    }

    [Theory]
    [InlineData("api")]
    [InlineData("plain")]
    [InlineData("services")]
    public async Task Query_makes_no_launch(string controller)
    {
        await using var app = await StartAsync();
        using var client = app.CreateClient();

        using var answer = await client.GetAsync($"/actions/{controller}/any?userId=1&shopId=1&time=2025-01-01&shop.userId=1&shop.shopId=1&shop.time=2025-01-01");
        Assert.Equal("nobody", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("api")]
    [InlineData("plain")]
    [InlineData("services")]
    public async Task Body_makes_no_launch_where_mvc_infers_no_services(string controller)
    {
        await using var app = await LaunchApp.StartAsync(
            build: builder => builder.Services
                .AddScoped<GreetingFilter>()
                .AddControllers()
                .ConfigureApiBehaviorOptions(options => options.DisableImplicitFromServicesParameters = true)
                .AddApplicationPart(typeof(LaunchActionTests).Assembly),
            map: app => app.MapControllers());
        using var client = app.CreateClient();

        using var forged = JsonContent.Create(new ShopLaunch(1, 7, DateTimeOffset.UnixEpoch));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/actions/{controller}/only") { Content = forged };
        using var answer = await client.SendAsync(request);
        Assert.Equal(401, (int)answer.StatusCode);
        Assert.Equal((200, "shop 42"), await AskAsync(app, $"/actions/{controller}/only", Shop.Header(Shop.Good())));
    }

    [Fact]
    public async Task Filter_of_mvc_has_its_say_about_who_the_user_is()
    {
        await using var app = await StartAsync(options => options.Filters.Add(new AuthorizeFilter(
            new AuthorizationPolicyBuilder(Vk.Name, Telegram.Name).RequireAuthenticatedUser().Build())));

        Assert.Equal((200, "vk 42"), await AskAsync(app, "/actions/api/any", Vk.Header(Vk.Good())));
        Assert.Equal((403, ""), await AskAsync(app, "/actions/api/only", Vk.Header(Vk.Good())));
        Assert.Equal(["Shop"], (await app.GetAsync("/actions/api/only")).Challenges);
        Assert.Equal(["Shop"], (await app.GetAsync("/actions/api/only", Shop.Header(Shop.Good()))).Challenges);
        Assert.Equal(["Bearer", "tma"], (await app.GetAsync("/actions/api/any")).Challenges);
    }

    [Fact]
    public async Task Filter_that_can_do_without_a_launch_challenges_nobody()
    {
        await using var app = await StartAsync();

        Assert.Equal((200, "nobody"), await AskAsync(app, "/actions/filtered/optional"));
        Assert.Equal((200, "shop 42"), await AskAsync(app, "/actions/filtered/optional", Shop.Header(Shop.Good())));
    }

    private static Task<TestApp> StartAsync(Action<MvcOptions>? configure = null) => LaunchApp.StartAsync(
        build: builder => builder.Services
            .AddScoped<GreetingFilter>()
            .AddControllers(options => configure?.Invoke(options))
            .AddApplicationPart(typeof(LaunchActionTests).Assembly),
        map: app => app.MapControllers());

    private static async Task<(int Status, string Body)> AskAsync(TestApp app, string path, params string[] authorization)
    {
        var reply = await app.GetAsync(path, authorization);
        return (reply.Status, reply.Body);
    }
}

[ApiController]
[Route("actions/api")]
public sealed class ApiActionsController : ControllerBase
{
    public static string Name(VkLaunchParams? vk = null, TelegramInitData? tg = null, ShopLaunch? shop = null) =>
        vk is not null ? $"vk {vk.UserId}" : tg is not null ? $"tg {tg.User.Id}" : shop is not null ? $"shop {shop.UserId}" : "nobody";

    [HttpGet("any")]
    public string Any(VkLaunchParams? vk, TelegramInitData? tg, ShopLaunch? shop) => Name(vk, tg, shop);

    [HttpGet("only")]
    public string Only(ShopLaunch shop) => Name(shop: shop);

    [Authorize]
    [HttpGet("guarded")]
    public string Guarded(ShopLaunch shop) => Name(shop: shop);
}

[Route("actions/plain")]
public sealed class PlainActionsController : Controller
{
    [HttpGet("any")]
    public string Any(VkLaunchParams? vk, TelegramInitData? tg, ShopLaunch? shop) => ApiActionsController.Name(vk, tg, shop);

    [HttpGet("only")]
    public string Only(ShopLaunch shop) => ApiActionsController.Name(shop: shop);

    [Authorize]
    [HttpGet("guarded")]
    public string Guarded(ShopLaunch shop) => ApiActionsController.Name(shop: shop);
}

[Route("actions/services")]
public sealed class ServiceActionsController : Controller
{
    [HttpGet("any")]
    public string Any([FromServices] VkLaunchParams? vk, [FromServices] TelegramInitData? tg, [FromServices] ShopLaunch? shop = null) =>
        ApiActionsController.Name(vk, tg, shop);

    [HttpGet("only")]
    public string Only([FromServices] ShopLaunch shop) => ApiActionsController.Name(shop: shop);

    [Authorize]
    [HttpGet("guarded")]
    public string Guarded([FromServices] ShopLaunch shop) => ApiActionsController.Name(shop: shop);
}

[Route("actions/property")]
public sealed class PropertyController : Controller
{
    [FromServices]
    public required ShopLaunch Launch { get; set; }

    [HttpGet]
    public string Get() => ApiActionsController.Name(shop: Launch);
}

[Route("actions/constructor")]
public sealed class ConstructorController(ShopLaunch launch) : Controller
{
    [HttpGet]
    public string Get() => ApiActionsController.Name(shop: launch);
}

[Route("actions/filtered")]
public sealed class FilteredController : Controller
{
    [HttpGet("made")]
    [TypeFilter<GreetingFilter>]
    public string Made() => GreetingFilter.Of(HttpContext);

    [HttpGet("given")]
    [ServiceFilter<GreetingFilter>]
    public string Given() => GreetingFilter.Of(HttpContext);

    [HttpGet("optional")]
    [TypeFilter<OptionalGreetingFilter>]
    public string Optional() => GreetingFilter.Of(HttpContext);
}

public class GreetingFilter(ShopLaunch launch) : IActionFilter
{
    public static string Of(HttpContext request) => (string)request.Items[typeof(GreetingFilter)]!;

    public void OnActionExecuting(ActionExecutingContext context) =>
        context.HttpContext.Items[typeof(GreetingFilter)] = ApiActionsController.Name(shop: launch);

    public void OnActionExecuted(ActionExecutedContext context)
    {
    }
}

public sealed class OptionalGreetingFilter(ShopLaunch? launch = null) : GreetingFilter(launch!);
