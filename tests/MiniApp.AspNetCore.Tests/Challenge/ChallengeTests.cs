using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore.Tests;

/// <summary>What a client that was turned away learns, on every platform.</summary>
public class ChallengeTests
{
    public static TheoryData<string> Platforms => PlatformScheme.Names;

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Challenge_names_the_platforms_auth_scheme_and_no_more_than_the_client_can_mend(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await platform.StartAsync();

        Assert.Equal([platform.AuthScheme], (await app.GetAsync("/me")).Challenges);
        Assert.Equal(
            [platform.AuthScheme + " error=\"invalid_token\""],
            (await app.GetAsync("/me", platform.Header(platform.Forged()))).Challenges);
        Assert.Equal(
            [$"{platform.AuthScheme} error=\"invalid_token\", error_description=\"{platform.ExpiredText}\", reason=\"expired\""],
            (await app.GetAsync("/me", platform.Header(platform.Expired()))).Challenges);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Every_reason_is_told_where_the_options_allow_it(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await platform.StartAsync(options => options.IncludeErrorDetails = true);

        foreach (var token in new[] { platform.Expired(), platform.NotYetValid(), platform.Forged(), platform.NoUser(), "x" })
        {
            var failure = (await app.AuthenticateAsync(platform.Header(token))).Failure!;
            var reason = failure is MiniAppExpiredException ? ", reason=\"expired\"" : "";
            Assert.Equal(
                [$"{platform.AuthScheme} error=\"invalid_token\", error_description=\"{failure.Message}\"{reason}"],
                (await app.GetAsync("/me", platform.Header(token))).Challenges);
        }
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Failure_of_the_applications_own_is_never_explained(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await platform.StartAsync(options =>
        {
            options.IncludeErrorDetails = true;
            options.Events.OnTokenValidated = context =>
            {
                context.Fail("user 42 is banned in table users");
                return Task.CompletedTask;
            };
        });

        Assert.Equal(
            [platform.AuthScheme + " error=\"invalid_token\""],
            (await app.GetAsync("/me", platform.Header(platform.Good()))).Challenges);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Event_is_told_why_the_token_was_refused(string name)
    {
        var platform = PlatformScheme.Of(name);
        var seen = new List<(Exception?, string?)>();
        await using var app = await platform.StartAsync(options => options.Events.OnChallenge = context =>
        {
            seen.Add((context.AuthenticateFailure, context.Error));
            return Task.CompletedTask;
        });

        await app.GetAsync("/me");
        await app.GetAsync("/me", platform.Header(platform.Forged()));
        var failure = (await app.AuthenticateAsync(platform.Header(platform.Forged()))).Failure;

        Assert.Equal([(null, null), (failure, "invalid_token")], seen);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Event_can_write_the_answer_itself(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await platform.StartAsync(options => options.Events.OnChallenge = async context =>
        {
            context.HandleResponse();
            context.Response.StatusCode = StatusCodes.Status418ImATeapot;
            await context.Response.WriteAsync("handled");
        });
        var reply = await app.GetAsync("/me", platform.Header(platform.Forged()));

        Assert.Equal((418, "handled"), (reply.Status, reply.Body));
        Assert.Empty(reply.Challenges);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Text_of_the_application_can_not_break_out_of_the_header(string name)
    {
        var platform = PlatformScheme.Of(name);
        const string Attack = "a\"\r\nSet-Cookie: a=b\\";
        await using var app = await platform.StartAsync(options => options.Events.OnChallenge = context =>
        {
            (context.Error, context.ErrorDescription, context.ErrorUri, context.Reason) = (Attack, Attack, Attack, Attack);
            return Task.CompletedTask;
        });
        const string Harmless = "\"a???Set-Cookie: a=b?\"";

        Assert.Equal(
            [$"{platform.AuthScheme} error={Harmless}, error_description={Harmless}, error_uri={Harmless}, reason={Harmless}"],
            (await app.GetAsync("/me")).Challenges);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Signed_in_user_whom_a_policy_denies_is_forbidden_without_a_challenge(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await platform.StartAsync();
        var reply = await app.GetAsync("/staff", platform.Header(platform.Good()));

        Assert.Equal((403, ""), (reply.Status, reply.Body));
        Assert.Empty(reply.Challenges);
    }
}
