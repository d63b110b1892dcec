using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore.Tests;

/// <summary>A requirement that is not met, on every platform: who is told of it, and who may let the user pass all the same.</summary>
public class DenialTests
{
    private const string Sentence = "The user must be one of those users of {0} that are named.";

    public static TheoryData<string> Platforms => PlatformScheme.Names;

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Log_of_the_framework_names_what_was_not_met(string name)
    {
        var platform = PlatformScheme.Of(name);
        using var logs = new LogCollector();
        await using var app = await StartAsync(platform, build: builder => builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs));

        Assert.Equal(403, (await app.GetAsync("/named", platform.Header(platform.Good()))).Status);
        var entry = Assert.Single(logs.Entries, entry => entry.EventId.Name == "UserAuthorizationFailed");
        Assert.Equal(
            $"Authorization failed. These requirements were not met:{Environment.NewLine}{SentenceOf(platform)}", entry.Message);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Event_is_told_what_was_not_met_the_applications_own_included(string name)
    {
        var platform = PlatformScheme.Of(name);
        List<string?> seen = [];
        await using var app = await StartAsync(platform, options => options.Events.OnForbidden = context =>
        {
            seen = [.. context.HttpContext.GetUnmetRequirements().Select(requirement => requirement.ToString())];
            return Task.CompletedTask;
        });

        await app.GetAsync("/named", platform.Header(platform.Good()));
        Assert.Equal([SentenceOf(platform)], seen);
        await app.GetAsync("/named/staff", platform.Header(platform.Good()));
        Assert.Equal([SentenceOf(platform), "ClaimsAuthorizationRequirement:Claim.Type=staff"], seen);
        await app.GetAsync("/staff", platform.Header(platform.Good()));
        Assert.Empty(seen);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Body_of_403_names_what_was_not_met_where_the_options_allow_it_and_nothing_of_the_applications_own(string name)
    {
        var platform = PlatformScheme.Of(name);

        foreach (var isTold in new[] { false, true })
        {
            await using var app = await StartAsync(
                platform, options => (options.WriteProblemDetails, options.IncludeErrorDetails) = (true, isTold));
            Assert.Equal(isTold ? SentenceOf(platform) : null, await DetailAsync("/named"));
            Assert.Equal(isTold ? SentenceOf(platform) : null, await DetailAsync("/named/staff"));
            Assert.Null(await DetailAsync("/staff"));

            async Task<string?> DetailAsync(string path) =>
                (string?)JsonNode.Parse((await app.GetAsync(path, platform.Header(platform.Good()))).Body)!["detail"];
        }
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Handler_of_the_applications_own_may_let_somebody_pass_before_or_after_ours(string name)
    {
        var platform = PlatformScheme.Of(name);

        foreach (var isFirst in new[] { false, true })
        {
            await using var app = await TestApp.StartWithAsync(
                builder =>
                {
                    AddHandler(isFirst);
                    platform.AddTo(builder.Services.AddAuthentication());
                    AddHandler(!isFirst);

                    void AddHandler(bool isWanted)
                    {
                        if (isWanted)
                        {
                            builder.Services.AddSingleton<IAuthorizationHandler, SupportHandler>();
                        }
                    }
                },
                Map(platform));

            Assert.Equal(403, (await app.GetAsync("/named", platform.Header(platform.Good()))).Status);
            Assert.Equal(200, (await app.GetAsync("/named", platform.Header(platform.Good(7)))).Status);
            Assert.Equal(200, (await app.GetAsync("/age", platform.Header(platform.Good(7)))).Status);
        }
    }

    private static string SentenceOf(PlatformScheme platform) => Sentence.Replace("{0}", platform.Issuer, StringComparison.Ordinal);

    private static Task<TestApp> StartAsync(
        PlatformScheme platform, Action<MiniAppOptions>? configure = null, Action<WebApplicationBuilder>? build = null) => TestApp.StartWithAsync(
        builder =>
        {
            builder.Services.AddProblemDetails();
            platform.AddTo(builder.Services.AddAuthentication(), configure);
            build?.Invoke(builder);
        },
        Map(platform));

    private static Action<WebApplication> Map(PlatformScheme platform)
    {
        var requirements = new LaunchRequirements(platform.Issuer);
        return app =>
        {
            app.MapGet("/named", () => "in").RequireAuthorization(policy => policy.AddRequirements(requirements.User(platform.UserIdClaim, 1)));
            app.MapGet("/named/staff", () => "in").RequireAuthorization(
                policy => policy.AddRequirements(requirements.User(platform.UserIdClaim, 1)).RequireClaim("staff"));
            app.MapGet("/age", () => "in").RequireAuthorization(
                policy => policy.AddRequirements(requirements.LaunchWithin("no-such-claim", TimeSpan.FromMinutes(5))));
        };
    }

    /// <summary>The application's own: user 7 is of the support.</summary>
    private sealed class SupportHandler : AuthorizationHandler<LaunchRequirement>
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, LaunchRequirement requirement)
        {
            if (PlatformScheme.All.Any(platform => platform.Issuer == requirement.Issuer && platform.FindUserId(context.User) == 7))
            {
                context.Succeed(requirement);
            }

            return Task.CompletedTask;
        }
    }
}
