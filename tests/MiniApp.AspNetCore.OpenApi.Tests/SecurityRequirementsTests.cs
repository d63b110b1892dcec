using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using TelegramMiniApp;
using VkMiniApp;
using VkMiniApp.AspNetCore;

namespace MiniApp.AspNetCore.OpenApi.Tests;

/// <summary>Which operations demand which schemes.</summary>
public class SecurityRequirementsTests
{
    private const string Vk = """[{"VkMiniApp":[]}]""";
    private const string Telegram = """[{"TelegramMiniApp":[]}]""";
    private const string Either = """[{"VkMiniApp":[]},{"TelegramMiniApp":[]}]""";

    [Theory]
    [InlineData("/open", null)]
    [InlineData("/default", Vk)]
    [InlineData("/attribute", Vk)]
    [InlineData("/anonymous", null)]
    [InlineData("/named-policy", Telegram)]
    [InlineData("/inline-policy", Vk)]
    [InlineData("/policy-of-its-own", Telegram)]
    [InlineData("/schemes", Either)]
    [InlineData("/schemes-of-two", Either)]
    [InlineData("/requirement", Vk)]
    [InlineData("/cookie", null)]
    [InlineData("/cookie-or-launch", Telegram)]
    [InlineData("/unknown-scheme", null)]
    [InlineData("/group/inside", Telegram)]
    [InlineData("/group/open", null)]
    public async Task Operation_demands_what_its_endpoint_does(string path, string? security)
    {
        await using var app = await DocumentedApp.StartAsync(
            services =>
            {
                services.AddAuthentication("VkMiniApp").AddVk().AddTelegram().AddCookie("cookie");
                services.AddAuthorizationBuilder()
                    .AddPolicy("telegram", policy => policy.AddAuthenticationSchemes("TelegramMiniApp").RequireAuthenticatedUser());
            },
            MapAll);
        var document = await app.DescribeAsync();

        Assert.Equal(security, document.SecurityOf(path));
        Assert.Equal(security is not null, document.StatusesOf(path).Contains("401", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Requirement_alone_demands_the_default_scheme()
    {
        await using var app = await DocumentedApp.StartWithAsync(
            schemes => schemes.AddVk(), app => app.MapGet("/recent", () => "recent").WithMetadata(new Recent()));

        Assert.Equal(Vk, (await app.DescribeAsync()).SecurityOf("/recent"));
        Assert.Equal(401, await app.GetStatusAsync("/recent"));
    }

    [Theory]
    [InlineData("/demanded", Vk, 401)]
    [InlineData("/demanded-of-anybody", Telegram, 401)]
    [InlineData("/optional", null, 200)]
    [InlineData("/guarded", Telegram, 401)]
    public async Task Launch_that_a_handler_can_not_do_without_is_demanded(string path, string? security, int status)
    {
        await using var app = await DocumentedApp.StartAsync(
            services =>
            {
                services.AddAuthentication("cookie").AddVk().AddTelegram().AddCookie("cookie");
                services.AddAuthorization();
            },
            app =>
            {
                app.MapGet("/demanded", (VkLaunchParams launch) => $"{launch.UserId}");
                app.MapGet("/demanded-of-anybody", (TelegramInitData launch, VkLaunchParams? other) => $"{launch.User.Id}{other?.UserId}").AllowAnonymous();
                app.MapGet("/optional", (VkLaunchParams? launch) => $"{launch?.UserId}");
                app.MapGet("/guarded", [Authorize(AuthenticationSchemes = "TelegramMiniApp")] (VkLaunchParams launch) => $"{launch.UserId}");
            });
        var document = await app.DescribeAsync();

        Assert.Equal((security, status), (document.SecurityOf(path), await app.GetStatusAsync(path)));
        Assert.Equal(security is null ? "200" : "200 401", document.StatusesOf(path));
    }

    [Fact]
    public async Task Fallback_policy_holds_where_nothing_is_said()
    {
        await using var app = await DocumentedApp.StartAsync(
            services =>
            {
                services.AddAuthentication("VkMiniApp").AddVk().AddTelegram();
                services.AddAuthorizationBuilder()
                    .SetFallbackPolicy(new AuthorizationPolicyBuilder("TelegramMiniApp").RequireAuthenticatedUser().Build());
            },
            app =>
            {
                app.MapGet("/nothing-said", () => "hello");
                app.MapGet("/anonymous", () => "hello").AllowAnonymous();
                app.MapGet("/default", () => "hello").RequireAuthorization();
            });
        var document = await app.DescribeAsync();

        Assert.Equal((Telegram, 401), (document.SecurityOf("/nothing-said"), await app.GetStatusAsync("/nothing-said")));
        Assert.Equal((null, 200), (document.SecurityOf("/anonymous"), await app.GetStatusAsync("/anonymous")));
        Assert.Equal((Vk, 401), (document.SecurityOf("/default"), await app.GetStatusAsync("/default")));
    }

    [Fact]
    public async Task Operation_demands_nothing_of_this_kind_where_no_scheme_is_the_default()
    {
        await using var app = await DocumentedApp.StartWithAsync(
            schemes => schemes.AddVk("shop").AddVk("game"), app => app.MapGet("/me", () => "me").RequireAuthorization());

        Assert.Null((await app.DescribeAsync()).SecurityOf("/me"));
    }

    [Fact]
    public async Task Operation_demands_nothing_of_this_kind_where_there_is_no_authentication()
    {
        await using var app = await DocumentedApp.StartAsync(
            services => services.AddAuthorization(), app => app.MapGet("/me", () => "me").RequireAuthorization());

        Assert.Null((await app.DescribeAsync()).SecurityOf("/me"));
    }

    [Fact]
    public async Task Scheme_that_others_have_described_stays_an_alternative()
    {
        await using var app = await DocumentedApp.StartWithAsync(
            schemes => schemes.AddVk(),
            app => app.MapGet("/me", () => "me").RequireAuthorization(),
            document => document.AddOperationTransformer(AddOwn).AddMiniAppSecurity());

        Assert.Equal("""[{"own":[]},{"VkMiniApp":[]}]""", (await app.DescribeAsync()).SecurityOf("/me"));
    }

    private static void MapAll(WebApplication app)
    {
        app.MapGet("/open", () => "hello");
        app.MapGet("/default", () => "hello").RequireAuthorization();
        app.MapGet("/attribute", [Authorize] () => "hello");
        app.MapGet("/anonymous", () => "hello").RequireAuthorization().AllowAnonymous();
        app.MapGet("/named-policy", () => "hello").RequireAuthorization("telegram");
        app.MapGet("/inline-policy", () => "hello").RequireAuthorization(policy => policy.RequireVkUser());
        app.MapGet("/policy-of-its-own", () => "hello")
            .RequireAuthorization(new AuthorizationPolicyBuilder("TelegramMiniApp").RequireAuthenticatedUser().Build());
        app.MapGet("/schemes", [Authorize(AuthenticationSchemes = "VkMiniApp, TelegramMiniApp")] () => "hello");
        app.MapGet("/schemes-of-two", [Authorize(AuthenticationSchemes = "VkMiniApp")] () => "hello").RequireAuthorization("telegram");
        app.MapGet("/requirement", [RequireVkUser] () => "hello");
        app.MapGet("/cookie", [Authorize(AuthenticationSchemes = "cookie")] () => "hello");
        app.MapGet("/cookie-or-launch", [Authorize(AuthenticationSchemes = "cookie,TelegramMiniApp")] () => "hello");
        app.MapGet("/unknown-scheme", [Authorize(AuthenticationSchemes = "nobody")] () => "hello");

        var group = app.MapGroup("/group").RequireAuthorization("telegram");
        group.MapGet("/inside", () => "hello");
        group.MapGet("/open", () => "hello").AllowAnonymous();
    }

    private static Task AddOwn(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var document = context.Document!;
        document.AddComponent("own", new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "basic" });
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("own", document)] = [] }];
        return Task.CompletedTask;
    }

    private sealed class Recent : IAuthorizationRequirementData
    {
        public IEnumerable<IAuthorizationRequirement> GetRequirements() =>
            new AuthorizationPolicyBuilder().RequireVkLaunchWithin(TimeSpan.FromMinutes(5)).Requirements;
    }
}
