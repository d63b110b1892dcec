using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
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

    private static Task<DocumentedApp> StartAsync(Action<WebApplication> map) => DocumentedApp.StartAsync(
        services =>
        {
            services.AddControllers().AddApplicationPart(typeof(ControllerTests).Assembly);
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
}
