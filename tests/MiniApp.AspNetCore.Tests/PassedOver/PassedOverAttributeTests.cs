using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using VkMiniApp.AspNetCore;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Demands that stand where the framework does not look.</summary>
public sealed class PassedOverAttributeTests
{
    private const string Forbidden = "Failed to invoke 'Ban' because user is unauthorized";

    private static readonly PlatformScheme Vk = PlatformScheme.Of("VkMiniApp");

    [Fact]
    public async Task Hub_with_a_demand_on_a_method_lets_nobody_in_and_says_why()
    {
        await using var app = await StartAsync();

        Assert.Equal(
            "[RequireVkUser] on MethodHub.Ban would be passed over. Put it on the class, or a policy on the method: [Authorize(\"...\")].",
            await RefusalAsync(app, "/method"));
        Assert.Equal(
            "[RequireMiniAppLaunchWithin] on BaseHub.Ban would be passed over. Put it on the class, or a policy on the method: [Authorize(\"...\")].",
            await RefusalAsync(app, "/inherited"));
        Assert.Equal(
            "[Staff] on OwnHub.Ban would be passed over. Put it on the class, or a policy on the method: [Authorize(\"...\")].",
            await RefusalAsync(app, "/own"));
        Assert.Equal(
            "[RequireVkUser] on BeginningHub.OnConnectedAsync would be passed over. Put it on the class.",
            await RefusalAsync(app, "/beginning"));
    }

    [Fact]
    public async Task Hub_with_a_demand_on_its_class_is_for_those_who_meet_it()
    {
        await using var app = await StartAsync();

        Assert.Equal("done", await BanAsync(app, "/class", userId: 42));
        await Assert.ThrowsAsync<HttpRequestException>(() => BanAsync(app, "/class", userId: 7));
    }

    [Fact]
    public async Task Method_of_a_hub_with_a_policy_is_for_those_who_meet_it()
    {
        await using var app = await StartAsync();

        Assert.Equal("done", await BanAsync(app, "/policy", userId: 42));
        Assert.StartsWith(Forbidden, await BanAsync(app, "/policy", userId: 7), StringComparison.Ordinal);
    }

    [Fact]
    public void Handler_of_a_page_with_a_demand_is_pointed_out()
    {
        Assert.Equal(
            "[RequireVkUser] on Pages.OnPost would be passed over. Put it on the class.",
            PassedOverAttributes.FindFault(Page(nameof(Pages.OnGet), nameof(Pages.OnPost))));
        Assert.Equal(
            "[RequireUnusedLaunch] on Pages.OnPut would be passed over. Put it on the class.",
            PassedOverAttributes.FindFault(Page(nameof(Pages.OnGet), nameof(Pages.OnPut))));
        Assert.Null(PassedOverAttributes.FindFault(Page(nameof(Pages.OnGet))));
    }

    private static async Task<string> RefusalAsync(UnusedLaunchApp app, string path)
    {
        using var client = app.CreateClient("a-binding-of-a-page");
        return (await Assert.ThrowsAsync<InvalidOperationException>(() => HubConnection.OpenAsync(client, path))).Message;
    }

    private static async Task<string?> BanAsync(UnusedLaunchApp app, string path, long userId)
    {
        using var client = app.CreateClient("a-binding-of-a-page", userId);
        var hub = await HubConnection.OpenAsync(client, path);
        var answer = await hub.InvokeAsync("Ban");
        return (string?)(answer["result"] ?? answer["error"]);
    }

    private static Endpoint Page(params string[] handlers) => new(_ => Task.CompletedTask, new EndpointMetadataCollection(new CompiledPageActionDescriptor
    {
        HandlerMethods = [.. handlers.Select(name => new HandlerMethodDescriptor { MethodInfo = typeof(Pages).GetMethod(name)! })],
    }), "page");

    private static Task<UnusedLaunchApp> StartAsync() => UnusedLaunchApp.StartAsync(
        Vk,
        build: builder =>
        {
            builder.Services.AddSignalR();
            builder.Services.AddAuthorizationBuilder().AddPolicy("staff", policy => policy.RequireVkUser(42));
        },
        map: app =>
        {
            app.MapHub<MethodHub>("/method");
            app.MapHub<HeirHub>("/inherited");
            app.MapHub<OwnHub>("/own");
            app.MapHub<BeginningHub>("/beginning");
            app.MapHub<ClassHub>("/class");
            app.MapHub<PolicyHub>("/policy");
        });

    [Authorize]
    private sealed class MethodHub : Hub
    {
        [RequireVkUser(42)]
        public string Ban() => "done";
    }

    [Authorize]
    private abstract class BaseHub : Hub
    {
        [RequireMiniAppLaunchWithin(5)]
        public string Ban() => "done";
    }

    private sealed class HeirHub : BaseHub;

    [Authorize]
    private sealed class OwnHub : Hub
    {
        [Staff]
        public string Ban() => "done";
    }

    [Authorize]
    private sealed class BeginningHub : Hub
    {
        [RequireVkUser(42)]
        public override Task OnConnectedAsync() => base.OnConnectedAsync();
    }

    [RequireVkUser(42)]
    private sealed class ClassHub : Hub
    {
        public string Ban() => "done";
    }

    [Authorize]
    private sealed class PolicyHub : Hub
    {
        [Authorize("staff")]
        public string Ban() => "done";
    }

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
    private sealed class StaffAttribute : LaunchAuthorizeAttribute
    {
        protected override IAuthorizationRequirement CreateRequirement() => new LaunchAgeRequirement(TimeSpan.FromMinutes(5));
    }

    private sealed class Pages
    {
        public static void OnGet()
        {
        }

        [RequireVkUser(42)]
        public static void OnPost()
        {
        }

        [RequireUnusedLaunch]
        public static void OnPut()
        {
        }
    }
}
