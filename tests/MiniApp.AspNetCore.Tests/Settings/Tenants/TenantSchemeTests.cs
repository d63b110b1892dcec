using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TelegramMiniApp;
using VkMiniApp;
using VkMiniApp.AspNetCore;

namespace MiniApp.AspNetCore.Tests;

/// <summary>A scheme for each tenant, of which the default scheme chooses one by the request: no other may sign in.</summary>
public class TenantSchemeTests
{
    private const long AppId = 6736218;

    private static readonly PlatformScheme Vk = PlatformScheme.Of("VkMiniApp");
    private static readonly PlatformScheme Telegram = PlatformScheme.Of("TelegramMiniApp");

    [Theory]
    [InlineData("/demanded", 401)]
    [InlineData("/optional", 200)]
    [InlineData("/unused", 401)]
    [InlineData("/by-launch", 401)]
    [InlineData("/session", 401)]
    public async Task Launch_of_one_tenant_signs_nobody_in_at_another(string path, int status)
    {
        await using var app = await StartAsync();

        foreach (var (host, other) in new[] { ("a", "b"), ("b", "a") })
        {
            var own = await SendAsync(app, path, host, Vk.SignedBy($"{host}'s key"));
            var foreign = await SendAsync(app, path, host, Vk.SignedBy($"{other}'s key"));

            Assert.Equal(200, own.Status);
            Assert.Contains(path == "/session" ? "accessToken" : "42", own.Body, StringComparison.Ordinal);
            Assert.Equal(status, foreign.Status);
            Assert.DoesNotContain("42", foreign.Body, StringComparison.Ordinal);
            Assert.All(foreign.Challenges, challenge => Assert.Equal($"Bearer realm=\"{host}\", error=\"invalid_token\"", challenge));
        }
    }

    [Fact]
    public async Task Session_of_one_tenant_is_refused_at_another_by_the_code_of_the_page()
    {
        await using var app = await StartAsync();
        var session = JsonSerializer.Deserialize<SessionTokens>(
            (await SendAsync(app, "/session", "a", Vk.SignedBy("a's key"))).Body, JsonSerializerOptions.Web)!.AccessToken;

        Assert.Equal("42 by session", (await SendAsync(app, "/either", "a", session)).Body);
        Assert.Equal("42 by session", (await SendAsync(app, "/either", "A", session)).Body);
        Assert.Equal(403, (await SendAsync(app, "/either", "b", session)).Status);
        Assert.Equal("42 by session", (await SendAsync(app, "/by-session", "a", session)).Body);
        Assert.Equal(403, (await SendAsync(app, "/by-session", "b", session)).Status);
        Assert.Equal("42 by launch", (await SendAsync(app, "/either", "b", Vk.SignedBy("b's key"))).Body);
    }

    [Fact]
    public async Task Schemes_of_other_platforms_are_asked_as_ever()
    {
        await using var app = await StartAsync();

        Assert.Equal("telegram 42", (await SendAsync(app, "/any", "a", Telegram.Good(), "tma")).Body);
        Assert.Equal("vk 42", (await SendAsync(app, "/any", "a", Vk.SignedBy("a's key"))).Body);
        Assert.Equal("nobody", (await SendAsync(app, "/any", "b", Vk.SignedBy("a's key"))).Body);
    }

    /// <summary>The launch is where one looks for it, and beside it is what has the default scheme choose another than the tenant's.</summary>
    [Theory]
    [InlineData("/demanded", "Bearer CfDJ8", 401)]
    [InlineData("/demanded", "tma", 401)]
    [InlineData("/optional", "Bearer CfDJ8", 200)]
    [InlineData("/optional", "tma", 200)]
    [InlineData("/unused", "Bearer CfDJ8", 401)]
    [InlineData("/unused", "tma", 401)]
    [InlineData("/by-launch", "Bearer CfDJ8", 401)]
    [InlineData("/by-launch", "tma", 401)]
    [InlineData("/session", "Bearer CfDJ8", 401)]
    [InlineData("/session", "tma", 401)]
    public async Task Token_beside_the_launch_does_not_lead_to_another_tenants_scheme(string path, string beside, int status)
    {
        await using var app = await StartAsync(TokenRetrieval.FromHeader("X-Launch"));

        var reply = await SendAsync(app, path, "b", new string('A', 40), beside, Vk.SignedBy("a's key"));
        Assert.Equal(status, reply.Status);
        Assert.DoesNotContain("42", reply.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("accessToken", reply.Body, StringComparison.Ordinal);
        Assert.Equal(200, (await SendAsync(app, path, "b", "", "", Vk.SignedBy("b's key"))).Status);
    }

    [Theory]
    [InlineData("chooses", "vk-a", false)]
    [InlineData("chooses", "chooses-a", false)]
    [InlineData("chooses", "cookie", true)]
    [InlineData("chooses", "nobody's", true)]
    [InlineData("chooses", "circle", true)]
    [InlineData("chooses", "MiniApp", true)]
    [InlineData("chooses", null, true)]
    [InlineData("MiniApp", null, true)]
    [InlineData("vk-a", null, true)]
    [InlineData("hands-on", null, true)]
    [InlineData("fixed", "vk-a", true)]
    [InlineData(null, null, true)]
    public async Task Choice_counts_where_a_selector_made_it_among_schemes_of_launches(string? defaultScheme, string? choice, bool isOtherAsked)
    {
        await using var app = await TestApp.StartWithAsync(builder => builder.Services
            .AddAuthentication(options => options.DefaultScheme = defaultScheme)
            .AddCookie("cookie")
            .AddVkMiniApp("vk-a", options => options.AddApp(AppId, "a's key"))
            .AddVkMiniApp("vk-b", options => options.AddApp(AppId, "b's key"))
            .AddMiniAppSessions()
            .AddPolicyScheme("chooses", null, options => options.ForwardDefaultSelector = _ => choice)
            .AddPolicyScheme("chooses-a", null, options => options.ForwardDefaultSelector = _ => "vk-a")
            .AddPolicyScheme("hands-on", null, options => options.ForwardDefault = "vk-a")
            .AddPolicyScheme("fixed", null, options => (options.ForwardAuthenticate, options.ForwardDefaultSelector) = ("vk-a", _ => choice))
            .AddPolicyScheme("circle", null, options => options.ForwardDefaultSelector = _ => "circle-back")
            .AddPolicyScheme("circle-back", null, options => options.ForwardDefaultSelector = _ => "circle"));
        var schemes = app.Services.GetRequiredService<IChosenScheme>();
        var chosen = schemes.Find(new DefaultHttpContext { RequestServices = app.Services });

        Assert.Equal(isOtherAsked, !schemes.IsBeside(chosen, "vk-b", typeof(VkMiniAppHandler)));
        Assert.False(schemes.IsBeside(chosen, "vk-a", typeof(VkMiniAppHandler)));
        Assert.False(schemes.IsBeside(chosen, "max", typeof(MaxMiniApp.AspNetCore.MaxMiniAppHandler)));
    }

    private static Task<TestApp> StartAsync(Func<HttpRequest, string?>? retriever = null) => TestApp.StartWithAsync(
        builder =>
        {
            builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
            builder.Services.AddSingleton<ILaunchLedger>(new DictionaryLedger());
            var clock = (TimeProvider)builder.Services.Single(service => service.ServiceType == typeof(TimeProvider)).ImplementationInstance!;
            var authentication = builder.Services.AddAuthentication("tenant")
                .AddPolicyScheme("tenant", displayName: null, options => options.ForwardDefaultSelector = context =>
                    context.Request.Headers.Authorization.ToString().StartsWith("Bearer CfDJ8", StringComparison.Ordinal) ? MiniAppSessionDefaults.AuthenticationScheme
                    : context.Request.Headers.Authorization.ToString().StartsWith("tma ", StringComparison.Ordinal) ? Telegram.Name
                    : context.Request.Host.Host == "a" ? "vk-a" : "vk-b")
                .AddVkMiniApp("vk-a", options => Set(options, "a"))
                .AddVkMiniApp("vk-b", options => Set(options, "b"))
                .AddMiniAppSessions(options => options.Events.OnStarting = context =>
                {
                    context.Identity.AddClaim(new Claim("tenant", context.HttpContext.Request.Host.Host.ToLowerInvariant()));
                    return Task.CompletedTask;
                });
            Telegram.AddTo(authentication);
            builder.Services.AddAuthorizationBuilder().SetDefaultPolicy(new AuthorizationPolicyBuilder()
                .RequireAuthenticatedUser()
                .RequireAssertion(context => context.User.GetSession() is null
                    || context.Resource is HttpContext request && context.User.HasClaim("tenant", request.Request.Host.Host.ToLowerInvariant()))
                .Build());

            void Set(VkMiniAppOptions options, string tenant)
            {
                options.AddApp(AppId, $"{tenant}'s key");
                (options.Realm, options.TimeProvider, options.TokenRetriever) = (tenant, clock, retriever);
            }
        },
        app =>
        {
            app.MapMiniAppSessions("/session");
            app.MapGet("/demanded", (VkLaunchParams launch) => $"{launch.UserId}");
            app.MapGet("/optional", (VkLaunchParams? launch) => $"{launch?.UserId}");
            app.MapGet("/unused", (ClaimsPrincipal user) => SessionApp.Describe(user)).RequireUnusedLaunch();
            app.MapGet("/by-launch", (ClaimsPrincipal user) => SessionApp.Describe(user)).RequireMiniAppLaunch();
            app.MapGet("/by-session", (ClaimsPrincipal user) => SessionApp.Describe(user)).RequireMiniAppSession();
            app.MapGet("/either", (ClaimsPrincipal user) => SessionApp.Describe(user)).RequireAuthorization();
            app.MapGet("/any", (VkLaunchParams? vk, TelegramInitData? telegram) =>
                vk is not null ? $"vk {vk.UserId}" : telegram is not null ? $"telegram {telegram.User.Id}" : "nobody");
        });

    private static Task<Reply> SendAsync(TestApp app, string path, string host, string token, string word = "Bearer", string? launch = null) =>
        app.GetAsync(path, context =>
        {
            context.Request.Method = path == "/session" ? HttpMethods.Post : HttpMethods.Get;
            context.Request.Host = new HostString(host);
            context.Request.Headers.Authorization = token.Length == 0 ? default : $"{word}{(word.EndsWith("CfDJ8", StringComparison.Ordinal) ? "" : " ")}{token}";
            context.Request.Headers["Launch-Binding"] = SessionApp.Binding;
            context.Request.Headers["X-Launch"] = launch is null ? default : new(launch);
        });
}
