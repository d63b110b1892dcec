using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace VkMiniApp.AspNetCore.Tests;

/// <summary>What the application can do along the way, and in which order it is asked.</summary>
public class EventsTests
{
    [Theory]
    [InlineData("/me", true, "received validated", 200)]
    [InlineData("/staff", true, "received validated forbidden", 403)]
    [InlineData("/me", false, "received failed challenge", 401)]
    [InlineData("/open", false, "received failed", 200)]
    public async Task Events_come_in_the_order_of_the_request(string path, bool isGood, string expected, int status)
    {
        var journal = new List<string>();
        await using var app = await TestApp.StartAsync(options => options.Events = Recording(journal));
        var reply = await app.GetAsync(path, "Bearer " + (isGood ? TestLaunch.Token() : "x"));

        Assert.Equal(expected, string.Join(' ', journal));
        Assert.Equal(status, reply.Status);
    }

    [Fact]
    public async Task Request_without_a_token_is_neither_validated_nor_failed()
    {
        var journal = new List<string>();
        await using var app = await TestApp.StartAsync(options => options.Events = Recording(journal));
        await app.GetAsync("/me");

        Assert.Equal("received challenge", string.Join(' ', journal));
    }

    [Fact]
    public async Task Contexts_know_the_scheme_the_options_and_the_launch()
    {
        var seen = new List<BaseContext<MiniAppOptions>>();
        await using var app = await TestApp.StartAsync(options => options.Events = new MiniAppEvents
        {
            OnMessageReceived = Add,
            OnTokenValidated = Add,
            OnAuthenticationFailed = Add,
            OnChallenge = Add,
            OnForbidden = Add,
        });

        await app.GetAsync("/staff", "Bearer " + TestLaunch.Token());
        await app.GetAsync("/me", "Bearer " + TestLaunch.Refused(VkLaunchFailure.Expired));

        Assert.Equal(6, seen.Count);
        Assert.All(seen, context => Assert.Equal("VkMiniApp", context.Scheme.Name));
        Assert.All(seen, context => Assert.Equal(TestLaunch.AppId, Assert.IsType<VkMiniAppOptions>(context.Options).AppId));
        var validated = Assert.Single(seen.OfType<TokenValidatedContext>());
        Assert.Equal(42, validated.GetVkLaunchParams().UserId);
        Assert.Same(validated.GetVkLaunchParams(), validated.Principal!.GetVkLaunchParams());
        Assert.IsType<MiniAppExpiredException>(Assert.Single(seen.OfType<AuthenticationFailedContext>()).Exception);

        Task Add(BaseContext<MiniAppOptions> context)
        {
            seen.Add(context);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public void Launch_of_a_principal_from_elsewhere_is_not_to_be_had_in_the_event()
    {
        var scheme = new AuthenticationScheme("VkMiniApp", null, typeof(IAuthenticationHandler));
        var context = new TokenValidatedContext(new DefaultHttpContext(), scheme, new VkMiniAppOptions());

        Assert.Throws<InvalidOperationException>(() => context.GetVkLaunchParams());
        context.Principal = new ClaimsPrincipal(new ClaimsIdentity([new Claim(VkClaimTypes.UserId, "42")], "cookie"));
        Assert.Throws<InvalidOperationException>(() => context.GetVkLaunchParams());
        Assert.Equal("context", Assert.Throws<ArgumentNullException>(() => ((TokenValidatedContext)null!).GetVkLaunchParams()).ParamName);
    }

    [Theory]
    [InlineData("Success", 200, "somebody")]
    [InlineData("Fail", 401, "")]
    [InlineData("NoResult", 401, "")]
    public async Task First_event_can_settle_the_matter_whatever_the_token(string outcome, int status, string body)
    {
        await using var app = await TestApp.StartAsync(options => options.Events = new MiniAppEvents
        {
            OnMessageReceived = context => SettleAsync(context, outcome),
            OnTokenValidated = _ => throw new InvalidOperationException("not reached"),
            OnAuthenticationFailed = _ => throw new InvalidOperationException("not reached"),
        });

        await AssertSettledAsync(app, "Bearer " + TestLaunch.Token(), outcome, status, body);
        await AssertSettledAsync(app, "Bearer x", outcome, status, body);
        await AssertSettledAsync(app, "", outcome, status, body);
    }

    [Theory]
    [InlineData("Success", 200, "somebody")]
    [InlineData("Fail", 401, "")]
    [InlineData("NoResult", 401, "")]
    public async Task Good_launch_can_be_judged_otherwise(string outcome, int status, string body)
    {
        await using var app = await TestApp.StartAsync(options =>
            options.Events.OnTokenValidated = context => SettleAsync(context, outcome));

        await AssertSettledAsync(app, "Bearer " + TestLaunch.Token(), outcome, status, body);
        Assert.IsType<MiniAppMalformedException>((await app.AuthenticateAsync("Bearer x")).Failure);
    }

    [Theory]
    [InlineData("Success", 200, "somebody")]
    [InlineData("Fail", 401, "")]
    [InlineData("NoResult", 401, "")]
    public async Task Refused_launch_can_be_judged_otherwise(string outcome, int status, string body)
    {
        await using var app = await TestApp.StartAsync(options =>
            options.Events.OnAuthenticationFailed = context => SettleAsync(context, outcome));

        await AssertSettledAsync(app, "Bearer x", outcome, status, body);
        Assert.Equal("42", (await app.GetAsync("/me", "Bearer " + TestLaunch.Token())).Body);
    }

    [Fact]
    public async Task Principal_and_properties_of_the_validated_token_are_those_of_the_user()
    {
        await using var app = await TestApp.StartAsync(options => options.Events.OnTokenValidated = context =>
        {
            ((ClaimsIdentity)context.Principal!.Identity!).AddClaim(new Claim(ClaimTypes.Role, "own"));
            context.Properties.Items["key"] = "value";
            return Task.CompletedTask;
        });
        var result = await app.AuthenticateAsync("Bearer " + TestLaunch.Token());

        Assert.True(result.Principal!.IsInRole("own"));
        Assert.Equal("value", result.Properties!.Items["key"]);
        Assert.Equal("VkMiniApp", result.Ticket!.AuthenticationScheme);
    }

    [Fact]
    public async Task Events_of_a_type_are_made_by_dependency_injection()
    {
        var journal = new List<string>();
        await using var app = await TestApp.StartWithAsync(builder => builder.Services
            .AddSingleton(journal)
            .AddScoped<RecordingEvents>()
            .AddAuthentication().AddVkMiniApp(options =>
            {
                options.AddApp(TestLaunch.AppId, TestLaunch.Secret);
                options.EventsType = typeof(RecordingEvents);
            }));

        await app.GetAsync("/staff", "Bearer " + TestLaunch.Token());
        await app.GetAsync("/me", "Bearer x");

        Assert.Equal(["received", "validated", "forbidden", "received", "failed", "challenge"], journal);
    }

    [Fact]
    public async Task Options_without_events_get_some_that_do_nothing()
    {
        await using var app = await TestApp.StartAsync(options => options.Events = null!);

        Assert.Equal("42", (await app.GetAsync("/me", "Bearer " + TestLaunch.Token())).Body);
        Assert.Equal(401, (await app.GetAsync("/me", "Bearer x")).Status);
        Assert.Equal(403, (await app.GetAsync("/staff", "Bearer " + TestLaunch.Token())).Status);
    }

    [Theory]
    [InlineData("good")]
    [InlineData("x")]
    [InlineData("a.b.c")]
    public async Task Listening_alone_changes_nothing_of_the_verdict(string token)
    {
        var journal = new List<string>();
        await using var silent = await TestApp.StartAsync();
        await using var listening = await TestApp.StartAsync(options => options.Events = Recording(journal));
        var header = "Bearer " + (token == "good" ? TestLaunch.Token() : token);
        var one = await silent.AuthenticateAsync(header);
        var other = await listening.AuthenticateAsync(header);

        Assert.NotEmpty(journal);
        Assert.Equal((one.Succeeded, one.None), (other.Succeeded, other.None));
        Assert.Same(one.Failure, other.Failure);
        Assert.Equal(one.Ticket?.AuthenticationScheme, other.Ticket?.AuthenticationScheme, StringComparer.Ordinal);
        Assert.Equal(one.Properties?.Items.Count, other.Properties?.Items.Count);
        Assert.Equal(Claims(one), Claims(other), StringComparer.Ordinal);

        static string Claims(AuthenticateResult result) => string.Join('\n', result.Principal?.Claims ?? []);
    }

    [Fact]
    public async Task Exception_of_an_event_is_the_applications_and_is_not_taken_for_a_refusal()
    {
        await using var app = await TestApp.StartAsync(options =>
            options.Events.OnTokenValidated = _ => throw new NotSupportedException("mine"));

        await Assert.ThrowsAsync<NotSupportedException>(() => app.GetAsync("/me", "Bearer " + TestLaunch.Token()));
    }

    private static MiniAppEvents Recording(List<string> journal) => new()
    {
        OnMessageReceived = _ => Note(journal, "received"),
        OnTokenValidated = _ => Note(journal, "validated"),
        OnAuthenticationFailed = _ => Note(journal, "failed"),
        OnChallenge = _ => Note(journal, "challenge"),
        OnForbidden = _ => Note(journal, "forbidden"),
    };

    private static Task Note(List<string> journal, string entry)
    {
        journal.Add(entry);
        return Task.CompletedTask;
    }

    private static Task SettleAsync(ResultContext<MiniAppOptions> context, string outcome)
    {
        switch (outcome)
        {
            case "Success":
                context.Principal = new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "somebody")], "own"));
                context.Success();
                break;
            case "Fail":
                context.Fail("own reason");
                break;
            default:
                context.NoResult();
                break;
        }

        return Task.CompletedTask;
    }

    private static async Task AssertSettledAsync(TestApp app, string header, string outcome, int status, string body)
    {
        var result = await app.AuthenticateAsync(header);
        Assert.Equal((outcome == "Success", outcome == "NoResult"), (result.Succeeded, result.None));
        Assert.Equal(outcome == "Fail" ? "own reason" : null, result.Failure?.Message);

        var reply = await app.GetAsync("/me", header);
        Assert.Equal((status, body), (reply.Status, reply.Body));
        Assert.Equal(
            outcome switch { "Success" => [], "Fail" => ["Bearer error=\"invalid_token\""], _ => ["Bearer"] },
            reply.Challenges);
    }
}
