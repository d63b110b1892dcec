using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Authorization;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using VkMiniApp.AspNetCore;

namespace MiniApp.AspNetCore.OpenApi.Tests;

/// <summary>The actions of controllers.</summary>
public class ControllerTests
{
    private const string Vk = """[{"VkMiniApp":[]}]""";
    private const string Telegram = """[{"TelegramMiniApp":[]}]""";

    [Theory]
    [InlineData("/guarded", Vk)]
    [InlineData("/guarded/telegram", Telegram)]
    [InlineData("/guarded/open", null)]
    [InlineData("/unguarded", null)]
    [InlineData("/unguarded/user", Vk)]
    public async Task Action_demands_what_it_and_its_controller_say(string path, string? security)
    {
        await using var app = await StartAsync(app => app.MapControllers());

        Assert.Equal(security, (await app.DescribeAsync()).SecurityOf(path));
        Assert.Equal(security is null ? 200 : 401, await app.GetStatusAsync(path));
    }

    [Theory]
    [InlineData("/guarded", Telegram)]
    [InlineData("/guarded/open", null)]
    [InlineData("/unguarded", Telegram)]
    [InlineData("/unguarded/user", Telegram)]
    public async Task What_is_said_of_all_controllers_holds_for_each_action(string path, string? security)
    {
        await using var app = await StartAsync(app => app.MapControllers().RequireAuthorization("telegram"));

        Assert.Equal(security, (await app.DescribeAsync()).SecurityOf(path));
        Assert.Equal(security is null ? 200 : 401, await app.GetStatusAsync(path));
    }

    [Theory]
    [InlineData("/guarded", Vk)]
    [InlineData("/guarded/telegram", Telegram)]
    [InlineData("/guarded/open", null)]
    [InlineData("/unguarded", Vk)]
    [InlineData("/unguarded/user", Vk)]
    [InlineData("/unguarded/filter-open", null)]
    [InlineData("/unguarded/filter-telegram", Telegram)]
    public async Task What_a_filter_of_all_actions_demands_is_shown(string path, string? security)
    {
        await using var app = await StartAsync(app => app.MapControllers(), options => options.Filters.Add(new AuthorizeFilter()));

        Assert.Equal(security, (await app.DescribeAsync()).SecurityOf(path));
        var statuses = (await app.DescribeAsync()).StatusesOf(path);
        Assert.Equal(security is null ? "200" : "200 401", security is null ? statuses : statuses[..7]);
        Assert.Equal(security is null ? 200 : 401, await app.GetStatusAsync(path));
    }

    [Theory]
    [InlineData("named")]
    [InlineData("policy")]
    [InlineData("data")]
    [InlineData("convention")]
    [InlineData("made")]
    [InlineData("service")]
    public async Task Filter_is_shown_however_it_was_added(string way)
    {
        await using var app = await StartAsync(app => app.MapControllers(), options =>
        {
            var demand = new AuthorizationPolicyBuilder("TelegramMiniApp").RequireAuthenticatedUser().Build();
            Action add = way switch
            {
                "named" => () => options.Filters.Add(new AuthorizeFilter("telegram")),
                "policy" => () => options.Filters.Add(new AuthorizeFilter(demand)),
                "data" => () => options.Filters.Add(new AuthorizeFilter([new AuthorizeAttribute("telegram")])),
                "convention" => () => options.Conventions.Add(new FilterConvention(new AuthorizeFilter(demand))),
                "made" => () => options.Filters.Add<TelegramFilter>(),
                _ => () => options.Filters.AddService<TelegramFilter>(),
            };
            add();
        });

        foreach (var path in new[] { "/unguarded", "/unguarded/filter-telegram" })
        {
            Assert.Equal(Telegram, (await app.DescribeAsync()).SecurityOf(path));
            Assert.Equal(401, await app.GetStatusAsync(path));
        }
    }

    [Fact]
    public async Task Fallback_policy_is_shown_on_actions()
    {
        await using var app = await DocumentedApp.StartAsync(
            services =>
            {
                services.AddControllers().AddApplicationPart(typeof(ControllerTests).Assembly);
                services.AddAuthentication("VkMiniApp").AddVk().AddTelegram();
                services.AddAuthorizationBuilder()
                    .AddPolicy("telegram", policy => policy.AddAuthenticationSchemes("TelegramMiniApp").RequireAuthenticatedUser())
                    .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
            },
            app => app.MapControllers());

        Assert.Equal(Vk, (await app.DescribeAsync()).SecurityOf("/unguarded"));
        Assert.Equal(401, await app.GetStatusAsync("/unguarded"));
    }

    private static Task<DocumentedApp> StartAsync(Action<WebApplication> map, Action<MvcOptions>? configure = null) => DocumentedApp.StartAsync(
        services =>
        {
            services.AddControllers(options => configure?.Invoke(options)).AddApplicationPart(typeof(ControllerTests).Assembly);
            services.AddScoped<TelegramFilter>();
            services.AddAuthentication("VkMiniApp").AddVk().AddTelegram();
            services.AddAuthorizationBuilder()
                .AddPolicy("telegram", policy => policy.AddAuthenticationSchemes("TelegramMiniApp").RequireAuthenticatedUser());
        },
        map);
}

[ApiController]
[Authorize]
[Route("guarded")]
public sealed class GuardedController : ControllerBase
{
    [HttpGet]
    public string Get() => "hello";

    [HttpGet("telegram")]
    [Authorize("telegram")]
    public string GetTelegram() => "hello";

    [HttpGet("open")]
    [AllowAnonymous]
    public string GetOpen() => "hello";
}

[ApiController]
[Route("unguarded")]
public sealed class UnguardedController : ControllerBase
{
    [HttpGet]
    public string Get() => "hello";

    [HttpGet("user")]
    [RequireVkUser]
    public string GetUser() => "hello";

    [HttpGet("filter-telegram")]
    [TypeFilter<TelegramFilter>]
    public string GetTelegram() => "hello";

    [HttpGet("filter-open")]
    [AllowAnonymousFilter]
    public string GetOpen() => "hello";
}

/// <summary>A filter that is made of services.</summary>
public sealed class TelegramFilter(IAuthorizationPolicyProvider policies) : AuthorizeFilter(policies, [new AuthorizeAttribute("telegram")]);

/// <summary>Lets anybody in past the filters of authorization.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AllowAnonymousFilterAttribute : Attribute, IAllowAnonymousFilter;

/// <summary>Adds a filter to each controller.</summary>
internal sealed class FilterConvention(IFilterMetadata filter) : IControllerModelConvention
{
    public void Apply(ControllerModel controller) => controller.Filters.Add(filter);
}
