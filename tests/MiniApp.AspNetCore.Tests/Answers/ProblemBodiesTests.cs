using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VkMiniApp;

namespace MiniApp.AspNetCore.Tests;

/// <summary>The bodies of answers that turn a request away, where the options ask for them.</summary>
public class ProblemBodiesTests
{
    private const string Json = "application/problem+json";

    public static TheoryData<string> Platforms => PlatformScheme.Names;

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Body_of_401_says_what_the_challenge_says(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await StartAsync(platform);

        AssertBody(await ReadAsync(app, "/me"), 401, "Unauthorized", error: null, detail: null);
        AssertBody(await ReadAsync(app, "/me", platform.Header(platform.Forged())), 401, "Unauthorized", "invalid_token", detail: null);
        foreach (var token in new[] { platform.Expired(), platform.Forged(), platform.NotYetValid(), platform.NoUser(), "x" })
        {
            var answer = await ReadAsync(app, "/me", platform.Header(token));
            Assert.DoesNotContain(token.Length > 20 ? token[..20] : $"\"{token}\"", answer.Body, StringComparison.Ordinal);
        }

        var expired = (await app.AuthenticateAsync(platform.Header(platform.Expired()))).Failure!.Message;
        AssertBody(await ReadAsync(app, "/me", platform.Header(platform.Expired())), 401, "Unauthorized", "invalid_token", expired, "expired");
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Body_of_403_has_no_error(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await StartAsync(platform);

        AssertBody(await ReadAsync(app, "/staff", platform.Header(platform.Good())), 403, "Forbidden", error: null, detail: null);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Every_reason_is_in_the_body_where_the_options_allow_it(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await StartAsync(platform, options => options.IncludeErrorDetails = true);

        foreach (var token in new[] { platform.Expired(), platform.NotYetValid(), platform.Forged(), platform.NoUser(), "x" })
        {
            var failure = (await app.AuthenticateAsync(platform.Header(token))).Failure!;
            AssertBody(await ReadAsync(app, "/me", platform.Header(token)), 401, "Unauthorized", "invalid_token", failure.Message, ReasonOf(failure));
        }
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Client_that_accepts_no_json_gets_the_answer_without_a_body(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await StartAsync(platform);

        Assert.Equal((HttpStatusCode.Unauthorized, null, ""), Strip(await ReadAsync(app, "/me", accept: "text/html")));
        Assert.Equal(
            (HttpStatusCode.Forbidden, null, ""), Strip(await ReadAsync(app, "/staff", platform.Header(platform.Good()), "image/png")));
        Assert.Equal(Json, (await ReadAsync(app, "/me", accept: "application/json")).Type);
        Assert.Equal(Json, (await ReadAsync(app, "/me", accept: "text/html, */*;q=0.1")).Type);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task There_is_no_body_by_default(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await platform.StartAsync();

        Assert.Equal((HttpStatusCode.Unauthorized, null, ""), Strip(await ReadAsync(app, "/me")));
        Assert.Equal((HttpStatusCode.Forbidden, null, ""), Strip(await ReadAsync(app, "/staff", platform.Header(platform.Good()))));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Event_changes_what_the_body_says(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await StartAsync(platform, options => options.Events.OnChallenge = context =>
        {
            (context.Error, context.ErrorDescription) = ("insufficient_user", "Only \"user\" 1\r\n");
            return Task.CompletedTask;
        });

        AssertBody(await ReadAsync(app, "/me"), 401, "Unauthorized", "insufficient_user", "Only \"user\" 1\r\n");
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Event_that_wrote_the_answer_is_not_written_over(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await StartAsync(platform, options =>
        {
            options.Events.OnChallenge = context =>
            {
                context.HandleResponse();
                context.Response.StatusCode = 401;
                return context.Response.WriteAsync("challenged");
            };
            options.Events.OnForbidden = context => context.Response.WriteAsync("forbidden");
        });

        Assert.Equal((HttpStatusCode.Unauthorized, null, "challenged"), Strip(await ReadAsync(app, "/me")));
        Assert.Equal((HttpStatusCode.Forbidden, null, "forbidden"), Strip(await ReadAsync(app, "/staff", platform.Header(platform.Good()))));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Event_that_changed_the_status_gets_no_body(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await StartAsync(platform, options => options.Events.OnForbidden = context =>
        {
            context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        });

        Assert.Equal((HttpStatusCode.Redirect, null, ""), Strip(await ReadAsync(app, "/staff", platform.Header(platform.Good()))));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task All_schemes_of_a_policy_add_their_challenges_before_the_body(string name)
    {
        string[] schemes = [.. PlatformScheme.All.Select(platform => platform.Name), "last"];
        await using var app = await TestApp.StartWithAsync(
            builder =>
            {
                builder.Services.AddProblemDetails();
                var authentication = builder.Services.AddAuthentication();
                foreach (var platform in PlatformScheme.All)
                {
                    platform.AddTo(authentication, options => options.WriteProblemDetails = true);
                }

                authentication.AddBearerToken("last");
                builder.Services.AddAuthorizationBuilder()
                    .SetDefaultPolicy(new AuthorizationPolicyBuilder(schemes).RequireAuthenticatedUser().Build());
            },
            app => app.MapGet("/denied", () => "never")
                .RequireAuthorization(policy => policy.AddAuthenticationSchemes(schemes).RequireClaim("staff")));
        var sender = PlatformScheme.Of(name);
        var expired = (await app.AuthenticateBySchemeAsync(name, sender.Header(sender.Expired()))).Failure!.Message;

        var unauthorized = await ReadAsync(app, "/me", sender.Header(sender.Expired()));
        AssertBody(unauthorized, 401, "Unauthorized", "invalid_token", expired, "expired");
        Assert.Equal([.. PlatformScheme.All.Select(platform => platform.AuthScheme), "Bearer"], unauthorized.ChallengeWords);
        AssertBody(await ReadAsync(app, "/denied", sender.Header(sender.Good())), 403, "Forbidden", error: null, detail: null);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_the_schemes_of_a_policy_the_one_whose_refusal_a_page_can_mend_speaks_in_the_body(bool tellsAll)
    {
        await using var app = await TestApp.StartWithAsync(builder =>
        {
            builder.Services.AddProblemDetails();
            var authentication = builder.Services.AddAuthentication();
            foreach (var appId in new[] { 1, 2, 3 })
            {
                authentication.AddVkMiniApp($"app-{appId}", options =>
                {
                    options.AddApp(appId, $"key-{appId}");
                    (options.WriteProblemDetails, options.IncludeErrorDetails) = (true, tellsAll);
                });
            }

            builder.Services.AddAuthorizationBuilder()
                .SetDefaultPolicy(new AuthorizationPolicyBuilder("app-1", "app-2", "app-3").RequireAuthenticatedUser().Build());
        });

        foreach (var appId in new[] { 1, 2, 3 })
        {
            var expired = new VkLaunchParamsSigner(appId, $"key-{appId}")
                .SignToken(new() { UserId = 42, Timestamp = DateTimeOffset.FromUnixTimeSeconds(PlatformScheme.Now - 3601) });
            AssertBody(
                await ReadAsync(app, "/me", "Bearer " + expired), 401, "Unauthorized", "invalid_token", "The launch parameters have expired", "expired");
        }
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Pages_of_status_codes_write_the_one_body_where_the_application_has_them(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await TestApp.StartWithAsync(
            builder =>
            {
                builder.Services.AddProblemDetails();
                platform.AddTo(builder.Services.AddAuthentication(), options => options.WriteProblemDetails = true);
            },
            app =>
            {
                // Behind the pages, unlike those that the framework adds by itself.
                app.UseStatusCodePages();
                app.UseAuthentication();
                app.UseAuthorization();
            });

        AssertBody(await ReadAsync(app, "/staff", platform.Header(platform.Good())), 403, "Forbidden", error: null, detail: null);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Exception_after_a_challenge_is_answered_as_an_exception(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await TestApp.StartWithAsync(
            builder =>
            {
                builder.Services.AddProblemDetails();
                platform.AddTo(builder.Services.AddAuthentication(), options => options.WriteProblemDetails = true);
            },
            app =>
            {
                app.UseExceptionHandler();
                app.MapGet("/late", async context =>
                {
                    await context.ChallengeAsync();
                    throw new InvalidOperationException("too late");
                });
            });

        AssertBody(await ReadAsync(app, "/late"), 500, "An error occurred while processing your request.", error: null, detail: null);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Host_without_the_service_that_writes_bodies_does_not_start(string name)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(
            () => PlatformScheme.Of(name).StartAsync(options => options.WriteProblemDetails = true));

        Assert.Equal(
            $"Authentication scheme '{name}': WriteProblemDetails needs services.AddProblemDetails(). "
            + $"Fix it in code or in Authentication:Schemes:{name}.",
            exception.Message);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Realm_is_in_every_challenge_and_can_not_break_out_of_it(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await platform.StartAsync(options => options.Realm = "game\"\r\nSet-Cookie: a=b\\");
        const string Realm = "realm=\"game???Set-Cookie: a=b?\"";

        Assert.Equal([$"{platform.AuthScheme} {Realm}"], (await app.GetAsync("/me")).Challenges);
        Assert.Equal(
            [$"{platform.AuthScheme} {Realm}, error=\"invalid_token\""], (await app.GetAsync("/me", platform.Header(platform.Forged()))).Challenges);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Configuration_sets_the_realm_and_asks_for_bodies(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await LiveApp.StartAsync(
            platform,
            builder =>
            {
                builder.Services.AddProblemDetails();
                platform.AddConfigured(builder.Services.AddAuthentication());
            },
            [
                .. TestSettings.Of(platform, platform.Secret("x")),
                ("Realm", "game"),
                ("WriteProblemDetails", "true"),
                ("IncludeUserIdInTraces", "true"),
            ]);
        var options = platform.OptionsOf(app.Services);

        Assert.Equal(("game", true, true), (options.Realm, options.WriteProblemDetails, options.IncludeUserIdInTraces));
    }

    private static Task<TestApp> StartAsync(PlatformScheme platform, Action<MiniAppOptions>? configure = null) =>
        TestApp.StartWithAsync(builder =>
        {
            builder.Services.AddProblemDetails();
            platform.AddTo(builder.Services.AddAuthentication(), options =>
            {
                options.WriteProblemDetails = true;
                configure?.Invoke(options);
            });
        });

    private static async Task<Answer> ReadAsync(TestApp app, string path, string? authorization = null, string? accept = null)
    {
        using var client = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await client.SendAsync(request);

        return new Answer(
            response.StatusCode,
            response.Content.Headers.ContentType?.ToString(),
            await response.Content.ReadAsStringAsync(),
            [.. response.Headers.WwwAuthenticate.Select(challenge => challenge.Scheme)]);
    }

    private static string? ReasonOf(Exception failure) => failure is MiniAppExpiredException ? "expired" : null;

    private static (HttpStatusCode Status, string? Type, string Body) Strip(Answer answer) => (answer.Status, answer.Type, answer.Body);

    private static void AssertBody(Answer answer, int status, string title, string? error, string? detail, string? reason = null)
    {
        Assert.Equal(((HttpStatusCode)status, Json), (answer.Status, answer.Type));

        var body = JsonNode.Parse(answer.Body)!.AsObject();
        var section = status switch { 401 => "15.5.2", 403 => "15.5.4", _ => "15.6.1" };
        Assert.Equal($"https://tools.ietf.org/html/rfc9110#section-{section}", (string?)body["type"]);
        Assert.Equal((title, status), ((string?)body["title"], (int?)body["status"]));
        Assert.Equal((error, detail, reason), ((string?)body["error"], (string?)body["detail"], (string?)body["reason"]));
        Assert.NotEmpty((string)body["traceId"]!);
        Assert.Equal(
            new[] { "type", "title", "status", "detail", "error", "reason", "traceId" }.Where(member => body[member] is not null).Order(StringComparer.Ordinal),
            body.Select(member => member.Key).Order(StringComparer.Ordinal));
    }

    private sealed record Answer(HttpStatusCode Status, string? Type, string Body, IReadOnlyList<string> ChallengeWords);
}
