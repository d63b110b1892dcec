using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Whoever writes the body of an answer 401 has it say what the challenge says, on every platform.</summary>
public class CompleteProblemsTests
{
    public static TheoryData<string, string> Writers => new MatrixTheoryData<string, string>(
        PlatformScheme.All.Select(platform => platform.Name),
        ["ours", "pages of status codes", "executed anew", "endpoint", "result", "exception handler"]) is var all
            ? [.. all.Select(row => (row.Data.Item1, row.Data.Item2))] : [];

    public static TheoryData<string> Platforms => PlatformScheme.Names;

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task Body_says_what_the_challenge_says_whoever_writes_it(string name, string writer)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await StartAsync(platform, map: app =>
        {
            switch (writer)
            {
                case "pages of status codes":
                    app.UseStatusCodePages();
                    app.UseAuthentication();
                    app.UseAuthorization();
                    break;
                case "executed anew":
                    app.UseStatusCodePagesWithReExecute("/problem");
                    app.UseRouting();
                    app.UseAuthentication();
                    app.UseAuthorization();
                    break;
                case "exception handler":
                    app.UseExceptionHandler(new ExceptionHandlerOptions
                    {
                        StatusCodeSelector = _ => 401,
                        ExceptionHandler = async context =>
                        {
                            await context.ChallengeAsync();
                            await WriteAsync(context);
                        },
                    });
                    break;
            }

            app.MapGet("/problem", () => TypedResults.Problem(statusCode: 401));
            app.MapGet("/throws", string () => throw new InvalidOperationException());
            app.MapGet("/endpoint", async context =>
            {
                await context.ChallengeAsync();
                await WriteAsync(context);
            });
            app.MapGet("/result", async context =>
            {
                await context.ChallengeAsync();
                await TypedResults.Problem(statusCode: 401).ExecuteAsync(context);
            });
        });

        var path = writer switch { "endpoint" => "/endpoint", "result" => "/result", "exception handler" => "/throws", _ => "/me" };
        var reply = await app.GetAsync(path, platform.Header(platform.Expired()));
        var body = JsonNode.Parse(reply.Body)!;

        Assert.Equal(401, reply.Status);
        Assert.Equal(
            ("invalid_token", platform.ExpiredText, "expired", 401),
            ((string?)body["error"], (string?)body["detail"], (string?)body["reason"], (int?)body["status"]));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Applications_own_customization_stays_and_has_the_last_word(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await StartAsync(platform, options => options.CustomizeProblemDetails = context =>
        {
            Assert.Equal("expired", context.ProblemDetails.Extensions["reason"]);
            context.ProblemDetails.Extensions["reason"] = "old";
            context.ProblemDetails.Extensions["help"] = "/help";
        });
        var body = JsonNode.Parse((await app.GetAsync("/me", platform.Header(platform.Expired()))).Body)!;

        Assert.Equal(("invalid_token", "old", "/help"), ((string?)body["error"], (string?)body["reason"], (string?)body["help"]));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Service_that_knows_no_customization_gets_it_in_what_it_is_given(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await TestApp.StartWithAsync(builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<IProblemDetailsService, PlainService>());
            platform.AddTo(builder.Services.AddAuthentication(), options => options.WriteProblemDetails = true);
        });

        Assert.Equal($"invalid_token {platform.ExpiredText} expired", (await app.GetAsync("/me", platform.Header(platform.Expired()))).Body);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Other_problems_of_the_same_request_say_nothing_of_it(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await StartAsync(platform, map: app => app.MapGet("/conflict", async context =>
        {
            await context.ChallengeAsync();
            context.Response.StatusCode = 409;
            await WriteAsync(context);
        }));
        var body = JsonNode.Parse((await app.GetAsync("/conflict", platform.Header(platform.Expired()))).Body)!.AsObject();

        Assert.False(body.ContainsKey("error") || body.ContainsKey("reason") || body.ContainsKey("detail"));
    }

    private static async Task WriteAsync(HttpContext context) =>
        await context.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new() { HttpContext = context });

    private static Task<TestApp> StartAsync(
        PlatformScheme platform, Action<ProblemDetailsOptions>? configure = null, Action<WebApplication>? map = null) => TestApp.StartWithAsync(
        builder =>
        {
            platform.AddTo(builder.Services.AddAuthentication(), options => options.WriteProblemDetails = true);
            builder.Services.AddProblemDetails(configure);
        },
        map);

    private sealed class PlainService : IProblemDetailsService
    {
        public async ValueTask WriteAsync(ProblemDetailsContext context) => await context.HttpContext.Response.WriteAsync(
            $"{context.ProblemDetails.Extensions["error"]} {context.ProblemDetails.Detail} {context.ProblemDetails.Extensions["reason"]}");

        public async ValueTask<bool> TryWriteAsync(ProblemDetailsContext context)
        {
            await WriteAsync(context);
            return true;
        }
    }
}
