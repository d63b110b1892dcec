using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace MiniApp.AspNetCore.Tests;

/// <summary>What the application can do along the way of a request, on every platform.</summary>
public class MiniAppEventsTests
{
    private static readonly string[] Outcomes = ["Success", "Fail", "NoResult"];

    public static TheoryData<string> Platforms => PlatformScheme.Names;

    public static MatrixTheoryData<string, string> PlatformsAndOutcomes => new(Platforms.Select(row => row.Data), Outcomes);

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Events_come_in_the_order_of_the_request(string name)
    {
        var platform = PlatformScheme.Of(name);
        var journal = new List<string>();
        await using var app = await platform.StartAsync(options => options.Events = new MiniAppEvents
        {
            OnMessageReceived = _ => Note("received"),
            OnTokenValidated = context => Note($"validated {platform.FindUserId(context.Principal!)}"),
            OnAuthenticationFailed = context => Note($"failed {context.Exception.Failure}"),
            OnChallenge = _ => Note("challenge"),
            OnForbidden = _ => Note("forbidden"),
        });

        await app.GetAsync("/me");
        await app.GetAsync("/me", platform.Header(platform.Expired()));
        await app.GetAsync("/staff", platform.Header(platform.Good()));

        Assert.Equal(
            ["received", "challenge", "received", "failed Expired", "challenge", "received", "validated 42", "forbidden"], journal);

        Task Note(string entry)
        {
            journal.Add(entry);
            return Task.CompletedTask;
        }
    }

    [Theory]
    [MemberData(nameof(PlatformsAndOutcomes))]
    public async Task First_event_can_settle_the_matter_before_the_token_is_looked_at(string name, string outcome)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await platform.StartAsync(options => options.Events = new MiniAppEvents
        {
            OnMessageReceived = context => SettleAsync(context, outcome),
            OnTokenValidated = _ => throw new InvalidOperationException("not reached"),
            OnAuthenticationFailed = _ => throw new InvalidOperationException("not reached"),
        });

        await AssertSettledAsync(app, platform.Header(platform.Good()), platform.AuthScheme, outcome);
        await AssertSettledAsync(app, platform.Header(platform.Forged()), platform.AuthScheme, outcome);
        await AssertSettledAsync(app, "", platform.AuthScheme, outcome);
    }

    [Theory]
    [MemberData(nameof(PlatformsAndOutcomes))]
    public async Task Good_token_can_be_judged_otherwise(string name, string outcome)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await platform.StartAsync(options =>
            options.Events.OnTokenValidated = context => SettleAsync(context, outcome));

        await AssertSettledAsync(app, platform.Header(platform.Good()), platform.AuthScheme, outcome);
        Assert.IsType<MiniAppInvalidSignatureException>((await app.AuthenticateAsync(platform.Header(platform.Forged()))).Failure);
    }

    [Theory]
    [MemberData(nameof(PlatformsAndOutcomes))]
    public async Task Refused_token_can_be_judged_otherwise(string name, string outcome)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await platform.StartAsync(options =>
            options.Events.OnAuthenticationFailed = context => SettleAsync(context, outcome));

        await AssertSettledAsync(app, platform.Header(platform.Forged()), platform.AuthScheme, outcome);
        Assert.True((await app.AuthenticateAsync(platform.Header(platform.Good()))).Succeeded);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Principal_and_properties_that_the_application_changes_are_those_of_the_user(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await platform.StartAsync(options => options.Events.OnTokenValidated = context =>
        {
            ((ClaimsIdentity)context.Principal!.Identity!).AddClaim(new Claim(ClaimTypes.Role, "own"));
            context.Properties.Items["key"] = "value";
            return Task.CompletedTask;
        });
        var result = await app.AuthenticateAsync(platform.Header(platform.Good()));

        Assert.True(result.Principal!.IsInRole("own"));
        Assert.Equal("value", result.Properties!.Items["key"]);
        Assert.True(platform.HasLaunch(result.Principal));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Launch_of_another_platform_is_not_to_be_found_in_the_event(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await platform.StartAsync(options => options.Events.OnTokenValidated = context =>
        {
            context.GetLaunch<OtherLaunch>();
            return Task.CompletedTask;
        });

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => app.GetAsync("/me", platform.Header(platform.Good())));
        Assert.Equal("The principal does not come from OtherLaunch.", exception.Message);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Exception_of_an_event_is_the_applications_and_no_refusal(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await platform.StartAsync(options =>
            options.Events.OnAuthenticationFailed = _ => throw new NotSupportedException("mine"));

        await Assert.ThrowsAsync<NotSupportedException>(() => app.GetAsync("/me", platform.Header(platform.Forged())));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Options_without_events_get_some_that_do_nothing(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await platform.StartAsync(options => options.Events = null!);

        Assert.Equal(platform.NameIdentifier(42), (await app.GetAsync("/me", platform.Header(platform.Good()))).Body);
        Assert.Equal(401, (await app.GetAsync("/me", platform.Header(platform.Forged()))).Status);
        Assert.Equal(403, (await app.GetAsync("/staff", platform.Header(platform.Good()))).Status);
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

    private static async Task AssertSettledAsync(TestApp app, string header, string word, string outcome)
    {
        var result = await app.AuthenticateAsync(header);
        Assert.Equal((outcome == "Success", outcome == "NoResult"), (result.Succeeded, result.None));
        Assert.Equal(outcome == "Fail" ? "own reason" : null, result.Failure?.Message);

        var reply = await app.GetAsync("/me", header);
        Assert.Equal(outcome == "Success" ? (200, "somebody") : (401, ""), (reply.Status, reply.Body));
        Assert.Equal(outcome switch { "Success" => [], "Fail" => [word + " error=\"invalid_token\""], _ => [word] }, reply.Challenges);
    }
}
