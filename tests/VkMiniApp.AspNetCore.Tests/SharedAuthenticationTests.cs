using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace VkMiniApp.AspNetCore.Tests;

/// <summary>What every scheme of ASP.NET Core owes: forwarding, and being the default where it is the only one.</summary>
public class SharedAuthenticationTests
{
    public static TheoryData<string> Operations => ["Authenticate", "Challenge", "Forbid"];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Without_forwarding_the_scheme_acts_itself(string operation)
    {
        await using var services = Services(_ => { });
        var context = Context(services);
        var result = await InvokeAsync(context, operation);

        Assert.Empty(Calls(services));
        Assert.Equal(operation switch { "Challenge" => 401, "Forbid" => 403, _ => 200 }, context.Response.StatusCode);
        Assert.Equal(operation == "Authenticate" ? 42 : null, result?.Principal?.GetVkUserId());
    }

    [Theory]
    [InlineData("SignIn")]
    [InlineData("SignOut")]
    public async Task Launch_can_not_be_signed_in_or_out(string operation)
    {
        await using var services = Services(_ => { });

        await Assert.ThrowsAsync<InvalidOperationException>(() => InvokeAsync(Context(services), operation));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Default_forward_takes_what_the_scheme_would_do(string operation)
    {
        await using var services = Services(options => options.ForwardDefault = "default");
        await InvokeAsync(Context(services), operation);

        Assert.Equal(["default " + operation], Calls(services));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Specific_forward_wins_over_the_selector_and_the_default(string operation)
    {
        await using var services = Services(options =>
        {
            options.ForwardDefault = "default";
            options.ForwardDefaultSelector = _ => "selected";
            Forward(options, operation, "specific");
        });
        await InvokeAsync(Context(services), operation);

        Assert.Equal(["specific " + operation], Calls(services));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Specific_forward_leaves_the_other_operations_alone(string operation)
    {
        await using var services = Services(options => Forward(options, operation, "specific"));
        foreach (var each in new[] { "Authenticate", "Challenge", "Forbid" })
        {
            await InvokeAsync(Context(services), each);
        }

        // A challenge asks the scheme itself for its verdict first, whoever authenticates.
        Assert.Equal(["specific " + operation], Calls(services));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Selector_wins_over_the_default(string operation)
    {
        await using var services = Services(options =>
        {
            options.ForwardDefault = "default";
            options.ForwardDefaultSelector = _ => "selected";
        });
        await InvokeAsync(Context(services), operation);

        Assert.Equal(["selected " + operation], Calls(services));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Selector_that_selects_nothing_leaves_it_to_the_default(string operation)
    {
        await using var services = Services(options =>
        {
            options.ForwardDefault = "default";
            options.ForwardDefaultSelector = _ => null;
        });
        await InvokeAsync(Context(services), operation);

        Assert.Equal(["default " + operation], Calls(services));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Selector_is_shown_the_request(string operation)
    {
        await using var services = Services(options =>
            options.ForwardDefaultSelector = context => context.Request.Headers.ContainsKey("X-Other") ? "selected" : null);
        var other = Context(services);
        other.Request.Headers["X-Other"] = "1";

        await InvokeAsync(Context(services), operation);
        Assert.Empty(Calls(services));
        await InvokeAsync(other, operation);
        Assert.Equal(["selected " + operation], Calls(services));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Forwarding_to_itself_is_no_loop(string operation)
    {
        await using var services = Services(options =>
        {
            options.ForwardDefault = "VkMiniApp";
            options.ForwardDefaultSelector = _ => "VkMiniApp";
            Forward(options, operation, "VkMiniApp");
        });
        var context = Context(services);
        var result = await InvokeAsync(context, operation);

        Assert.Empty(Calls(services));
        Assert.Equal(operation switch { "Challenge" => 401, "Forbid" => 403, _ => 200 }, context.Response.StatusCode);
        Assert.Equal(operation == "Authenticate" ? 42 : null, result?.Principal?.GetVkUserId());
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Other_schemes_can_forward_to_this_one(string operation)
    {
        await using var services = Services(
            _ => { },
            builder => builder.AddPolicyScheme("front", null, options => options.ForwardDefault = "VkMiniApp"));
        var context = Context(services);
        var result = await InvokeAsync(context, operation, "front");

        Assert.Equal(operation switch { "Challenge" => 401, "Forbid" => 403, _ => 200 }, context.Response.StatusCode);
        Assert.Equal(operation == "Authenticate" ? 42 : null, result?.Principal?.GetVkUserId());
    }

    [Fact]
    public async Task Only_scheme_is_the_default_of_every_operation_it_knows()
    {
        await using var app = await TestApp.StartAsync();
        var schemes = app.Services.GetRequiredService<IAuthenticationSchemeProvider>();

        Assert.Equal("VkMiniApp", (await schemes.GetDefaultAuthenticateSchemeAsync())?.Name);
        Assert.Equal("VkMiniApp", (await schemes.GetDefaultChallengeSchemeAsync())?.Name);
        Assert.Equal("VkMiniApp", (await schemes.GetDefaultForbidSchemeAsync())?.Name);
        Assert.Equal("42", (await app.GetAsync("/me", "Bearer " + TestLaunch.Token())).Body);
        Assert.Equal(403, (await app.GetAsync("/staff", "Bearer " + TestLaunch.Token())).Status);
    }

    [Fact]
    public async Task With_a_second_scheme_there_is_no_default_any_more()
    {
        await using var services = Services(_ => { });

        Assert.Null(await services.GetRequiredService<IAuthenticationSchemeProvider>().GetDefaultAuthenticateSchemeAsync());
    }

    private static void Forward(VkMiniAppOptions options, string operation, string target)
    {
        switch (operation)
        {
            case "Authenticate":
                options.ForwardAuthenticate = target;
                break;
            case "Challenge":
                options.ForwardChallenge = target;
                break;
            default:
                options.ForwardForbid = target;
                break;
        }
    }

    private static async Task<AuthenticateResult?> InvokeAsync(HttpContext context, string operation, string scheme = "VkMiniApp")
    {
        switch (operation)
        {
            case "Authenticate":
                return await context.AuthenticateAsync(scheme);
            case "Challenge":
                await context.ChallengeAsync(scheme);
                return null;
            case "Forbid":
                await context.ForbidAsync(scheme);
                return null;
            case "SignIn":
                await context.SignInAsync(scheme, new ClaimsPrincipal(new ClaimsIdentity("test")));
                return null;
            default:
                await context.SignOutAsync(scheme);
                return null;
        }
    }

    private static ServiceProvider Services(Action<VkMiniAppOptions> configure, Action<AuthenticationBuilder>? add = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationManager());
        services.AddSingleton<TimeProvider>(new TestClock(TestLaunch.Now));
        services.AddSingleton(new List<string>());
        var builder = services.AddLogging().AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, RecordingHandler>("default", null)
            .AddScheme<AuthenticationSchemeOptions, RecordingHandler>("selected", null)
            .AddScheme<AuthenticationSchemeOptions, RecordingHandler>("specific", null)
            .AddVkMiniApp(options =>
            {
                options.AddApp(TestLaunch.AppId, TestLaunch.Secret);
                configure(options);
            });
        add?.Invoke(builder);
        return services.BuildServiceProvider();
    }

    private static List<string> Calls(ServiceProvider services) => services.GetRequiredService<List<string>>();

    /// <summary>A request with a good token: each has its own scope, as handlers keep their verdict for the length of a request.</summary>
    private static DefaultHttpContext Context(ServiceProvider services)
    {
        var context = new DefaultHttpContext { RequestServices = services.CreateScope().ServiceProvider };
        context.Request.Headers.Authorization = "Bearer " + TestLaunch.Token();
        return context;
    }

    private sealed class RecordingHandler(
        IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, List<string> calls)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            calls.Add(Scheme.Name + " Authenticate");
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        protected override Task HandleChallengeAsync(AuthenticationProperties properties)
        {
            calls.Add(Scheme.Name + " Challenge");
            return Task.CompletedTask;
        }

        protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
        {
            calls.Add(Scheme.Name + " Forbid");
            return Task.CompletedTask;
        }
    }
}
