using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ShopMiniApp.AspNetCore;
using VkMiniApp;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Handlers of minimal APIs that take launches as parameters, whether by reflection or compiled ahead.</summary>
public sealed class LaunchParameterPolicyTests
{
    private static readonly string[] Open = ["/any", "/any/in-one", "/any/by-default", "/any/from-services", "/any/filtered", "/group/any"];

    public static TheoryData<string, bool> Platforms => new MatrixTheoryData<string, bool>(PlatformScheme.All.Select(platform => platform.Name), [false, true]);

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Handler_of_several_platforms_serves_whoever_comes(string name, bool ahead)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await LaunchApp.StartAsync(ahead);

        foreach (var path in Open)
        {
            Assert.Equal((200, name), await AskAsync(app, path, platform.Header(platform.Good())));
            Assert.Equal((200, ""), await AskAsync(app, path));
            Assert.Equal((200, ""), await AskAsync(app, path, platform.Header(platform.Expired())));
            Assert.Equal((200, ""), await AskAsync(app, path, platform.Header(platform.Forged())));
        }

        Assert.Equal((200, name), await AskAsync(app, "/any/guarded", platform.Header(platform.Good())));
        Assert.Equal((401, ""), await AskAsync(app, "/any/guarded"));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Launch_that_is_demanded_is_challenged_for_by_its_platform(string name, bool ahead)
    {
        var platform = PlatformScheme.Of(name);
        var invalid = $"{platform.AuthScheme} error=\"invalid_token\"";
        await using var app = await LaunchApp.StartAsync(ahead);
        var path = $"/only/{name}";

        Assert.Equal((200, name), await AskAsync(app, path, platform.Header(platform.Good())));
        Assert.Equal([platform.AuthScheme], await ChallengeAsync(app, path));
        Assert.Equal([invalid], await ChallengeAsync(app, path, platform.Header(platform.Forged())));
        Assert.Equal(
            [$"{invalid}, error_description=\"{platform.ExpiredText}\", reason=\"expired\""], await ChallengeAsync(app, path, platform.Header(platform.Expired())));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Who_was_signed_in_by_another_platform_is_forbidden(string name, bool ahead)
    {
        using var logs = new LogCollector();
        await using var app = await LaunchApp.StartAsync(ahead, builder => builder.Logging.AddProvider(logs));

        foreach (var other in PlatformScheme.All.Where(other => other.Name != name))
        {
            var reply = await app.GetAsync($"/guarded/{name}", other.Header(other.Good()));
            Assert.Equal((403, ""), (reply.Status, reply.Body));
            Assert.Empty(reply.Challenges);
        }

        var said = logs.Entries.Where(entry => entry.EventId.Name == "LaunchMissing").ToArray();
        Assert.Equal(PlatformScheme.All.Length - 1, said.Length);
        Assert.All(said, entry => Assert.Equal(LogLevel.Information, entry.Level));
        Assert.All(said, entry => Assert.Matches($"^HTTP: GET /guarded/{name} takes .+, and the user was signed in by something else[.]$", entry.Message));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_of_two_launches_may_be_demanded_and_the_other_not(bool ahead)
    {
        var (vk, telegram) = (PlatformScheme.Of("VkMiniApp"), PlatformScheme.Of("TelegramMiniApp"));
        await using var app = await LaunchApp.StartAsync(ahead);

        Assert.Equal((200, "VkMiniApp"), await AskAsync(app, "/vk-and-perhaps-telegram", vk.Header(vk.Good())));
        Assert.Equal(["Bearer"], await ChallengeAsync(app, "/vk-and-perhaps-telegram"));
        Assert.Equal(403, (await app.GetAsync("/vk-and-perhaps-telegram", telegram.Header(telegram.Good()))).Status);
        Assert.Equal(["Bearer", "tma"], await ChallengeAsync(app, "/vk-and-telegram"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_method_of_an_endpoint_is_answered_alike(bool ahead)
    {
        var vk = PlatformScheme.Of("VkMiniApp");
        await using var app = await LaunchApp.StartAsync(ahead);

        foreach (var method in new[] { "GET", "HEAD", "OPTIONS" })
        {
            Assert.Equal(["Bearer"], (await app.GetAsync("/only/VkMiniApp/methods", context => context.Request.Method = method)).Challenges);
            Assert.Equal(200, (await app.GetAsync("/only/VkMiniApp/methods", context =>
            {
                context.Request.Method = method;
                context.Request.Headers.Authorization = vk.Header(vk.Good());
            })).Status);
        }

        Assert.Equal(["Bearer"], (await app.GetAsync("/group/only/VkMiniApp", context => context.Request.Method = "POST")).Challenges);
        Assert.Equal(405, (await app.GetAsync("/group/only/VkMiniApp")).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Launch_that_is_read_from_the_body_by_its_own_will_is_no_parameter_of_ours(bool ahead)
    {
        await using var app = await LaunchApp.StartAsync(ahead);
        using var client = app.CreateClient();
        using var body = new StringContent("""{"userId":1,"shopId":3,"time":"2025-01-01T00:00:00Z"}""", null, "application/json");
        using var answer = await client.PostAsync("/body", body);

        Assert.Equal("3", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Cookies_user_is_forbidden_where_a_launch_is_demanded_unless_there_is_one_too()
    {
        var vk = PlatformScheme.Of("VkMiniApp");
        await using var app = await LaunchApp.StartAsync(build: builder => builder.Services.AddAuthentication(LaunchApp.Cookie));
        var cookie = LaunchApp.CookieOf(app);

        Assert.Equal((403, ""), await AskWithCookieAsync("/only/VkMiniApp", authorization: null));
        Assert.Equal((200, "7 "), await AskWithCookieAsync("/user-and-perhaps-vk", authorization: null));
        Assert.Equal((200, "VkMiniApp"), await AskWithCookieAsync("/only/VkMiniApp", vk.Header(vk.Good())));
        Assert.Equal((200, "7 VkMiniApp"), await AskWithCookieAsync("/user-and-perhaps-vk", vk.Header(vk.Good())));
        Assert.Equal((200, "42 VkMiniApp"), await AskAsync(app, "/user-and-perhaps-vk", vk.Header(vk.Good())));

        async Task<(int Status, string Body)> AskWithCookieAsync(string path, string? authorization)
        {
            var reply = await app.GetAsync(path, context =>
            {
                context.Request.Headers.Cookie = cookie;
                context.Request.Headers.Authorization = authorization;
            });
            return (reply.Status, reply.Body);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Handler_of_exceptions_has_nothing_to_do(bool ahead)
    {
        using var logs = new LogCollector();
        var vk = PlatformScheme.Of("VkMiniApp");
        await using var app = await LaunchApp.StartAsync(
            ahead,
            builder =>
            {
                builder.Logging.AddProvider(logs);
                builder.Services.AddProblemDetails();
            },
            app => app.UseExceptionHandler().UseStatusCodePages());

        Assert.Equal(["tma"], await ChallengeAsync(app, "/only/TelegramMiniApp"));
        Assert.Equal(403, (await app.GetAsync("/guarded/TelegramMiniApp", vk.Header(vk.Good()))).Status);
        Assert.Empty(logs.Warnings);
    }

    [Fact]
    public async Task Endpoints_that_take_no_launch_are_left_as_they_are()
    {
        await using var app = await LaunchApp.StartAsync(map: app => app.MapGet("/untouched", () => LaunchScope.IsFlowing));
        var policy = PolicyOf(app);
        Endpoint[] others = [.. Endpoints(app).Where(endpoint => endpoint.DisplayName is "HTTP: GET /untouched" or "HTTP: GET /plain" or "HTTP: GET /me")];

        Assert.Equal(3, others.Length);
        Assert.False(policy.AppliesToEndpoints(others));
        Assert.All(others, endpoint => Assert.Same(endpoint, Replace(policy, endpoint)));
        Assert.Equal((200, "false"), await AskAsync(app, "/untouched"));
        Assert.Null(app.Services.GetService<IHttpContextAccessor>());
    }

    [Fact]
    public async Task Endpoint_that_takes_a_launch_looks_to_others_as_it_did()
    {
        await using var app = await LaunchApp.StartAsync(map: app =>
            app.MapGet("/named/{id}", (VkLaunchParams? vk) => "").WithName("named").WithOrder(3));
        var policy = PolicyOf(app);
        var own = Endpoints(app).OfType<RouteEndpoint>().Single(endpoint => endpoint.Order == 3);
        var replaced = Assert.IsType<RouteEndpoint>(Replace(policy, own));

        Assert.True(policy.AppliesToEndpoints([own]));
        Assert.NotSame(own, replaced);
        Assert.Same(replaced, Replace(policy, own));
        Assert.Same(replaced, Replace(policy, replaced));
        Assert.Same(own.Metadata, replaced.Metadata);
        Assert.Same(own.RoutePattern, replaced.RoutePattern);
        Assert.Equal((own.DisplayName, 3), (replaced.DisplayName, replaced.Order));
        Assert.Equal("/named/5", app.Services.GetRequiredService<LinkGenerator>().GetPathByName("named", new { id = 5 }));
    }

    [Fact]
    public async Task Launch_is_there_while_the_handler_runs_and_for_nobody_before_or_after()
    {
        var vk = PlatformScheme.Of("VkMiniApp");
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<VkLaunchParams?>? background = null;
        bool? before = null, after = null;
        await using var app = await LaunchApp.StartAsync(map: app =>
        {
            app.Use(async (context, next) =>
            {
                before = LaunchScope.IsFlowing;
                await next(context);
                after = LaunchScope.IsFlowing;
            });
            app.UseRouting();
            app.MapGet("/leaves-work-behind", (VkLaunchParams launch) =>
            {
                background = Task.Run(async () =>
                {
                    await release.Task;
                    return app.Services.GetService<VkLaunchParams>();
                });
                return app.Services.GetService<VkLaunchParams>() == launch;
            });
        });

        Assert.Equal((200, "true"), await AskAsync(app, "/leaves-work-behind", vk.Header(vk.Good())));
        Assert.Equal((false, false), (before, after));
        release.SetResult();
        Assert.Null(await background!);
        Assert.Null(app.Services.GetService<VkLaunchParams>());
    }

    [Fact]
    public async Task Service_of_the_application_takes_the_launch_where_the_application_has_the_accessor()
    {
        var shop = PlatformScheme.Of("ShopMiniApp");
        await using var app = await LaunchApp.StartAsync(
            build: builder => builder.Services.AddHttpContextAccessor().AddScoped<Basket>(),
            map: app => app.MapGet("/basket", (Basket basket) => basket.ShopId).RequireAuthorization());

        Assert.Equal((200, "7"), await AskAsync(app, "/basket", shop.Header(shop.Good())));
    }

    [Theory]
    [InlineData(null, new[] { "Bearer" })]
    [InlineData("first", new[] { "Bearer error=\"invalid_token\"" })]
    [InlineData("second", new[] { "Bearer error=\"invalid_token\", error_description=\"The launch parameters have expired\", reason=\"expired\"" })]
    public async Task Of_several_schemes_of_a_platform_the_one_that_a_page_can_act_on_challenges(string? app, string[] challenges)
    {
        await using var host = await TestApp.StartWithAsync(
            builder => builder.Services.AddAuthentication()
                .AddVkMiniApp("first", options => options.AddApp(1, "key-1"))
                .AddVkMiniApp("second", options => options.AddApp(2, "key-2")),
            app => app.MapGet("/only", (VkLaunchParams launch) => launch.AppId));
        var old = DateTimeOffset.FromUnixTimeSeconds(PlatformScheme.Now - 3601);
        string[] header = app switch
        {
            null => [],
            "first" => ["Bearer " + new VkLaunchParamsSigner(1, "forged").SignToken(new() { UserId = 42, Timestamp = old })],
            _ => ["Bearer " + new VkLaunchParamsSigner(2, "key-2").SignToken(new() { UserId = 42, Timestamp = old })],
        };

        Assert.Equal(challenges, await ChallengeAsync(host, "/only", header));
    }

    [Fact]
    public async Task Policys_own_scheme_challenges()
    {
        await using var host = await TestApp.StartWithAsync(
            builder => builder.Services.AddAuthentication("first")
                .AddVkMiniApp("first", options => (options.AppId, options.AppSecret, options.Realm) = (1, "key-1", "first"))
                .AddVkMiniApp("second", options => (options.AppId, options.AppSecret, options.Realm) = (2, "key-2", "second")),
            app =>
            {
                app.MapGet("/second", (VkLaunchParams launch) => launch.AppId)
                    .RequireAuthorization(policy => policy.AddAuthenticationSchemes("second").RequireAssertion(_ => true));
                app.MapGet("/default", (VkLaunchParams launch) => launch.AppId);
            });
        var ofFirst = "Bearer " + new VkLaunchParamsSigner(1, "key-1")
            .SignToken(new() { UserId = 42, Timestamp = DateTimeOffset.FromUnixTimeSeconds(PlatformScheme.Now) });

        Assert.Equal(["Bearer realm=\"second\""], await ChallengeAsync(host, "/second"));
        Assert.Equal(["Bearer realm=\"first\""], await ChallengeAsync(host, "/default"));
        Assert.Equal(["Bearer realm=\"second\", error=\"invalid_token\""], await ChallengeAsync(host, "/second", ofFirst));
        Assert.Equal((200, "1"), await AskAsync(host, "/default", ofFirst));
    }

    [Fact]
    public async Task Cache_of_answers_keeps_no_answer_to_a_user_whom_only_the_handler_asked_for()
    {
        var vk = PlatformScheme.Of("VkMiniApp");
        await using var app = await TestApp.StartWithAsync(
            builder =>
            {
                builder.Services.AddOutputCache();
                var authentication = builder.Services.AddAuthentication().AddCookie();
                vk.AddTo(authentication, options => options.TokenRetriever = TokenRetrieval.FromHeader("X-Launch"));
            },
            app =>
            {
                app.UseOutputCache();
                app.MapGet("/cached", (VkLaunchParams? vk) => $"{vk?.UserId}").CacheOutput();
            });

        foreach (var user in new[] { 42, 43 })
        {
            Assert.Equal($"{user}", (await app.GetAsync("/cached", context => context.Request.Headers["X-Launch"] = vk.Good(user))).Body);
        }

        Assert.Equal("", (await app.GetAsync("/cached")).Body);
    }

    [Fact]
    public async Task Endpoint_that_is_short_circuited_or_a_fallback_takes_a_launch_as_well()
    {
        var vk = PlatformScheme.Of("VkMiniApp");
        await using var app = await LaunchApp.StartAsync(map: app =>
        {
            app.MapGet("/short", (VkLaunchParams launch) => launch.UserId).ShortCircuit();
            app.MapFallback((VkLaunchParams launch) => launch.UserId);
        });

        foreach (var path in new[] { "/short", "/nowhere" })
        {
            Assert.Equal((200, "42"), await AskAsync(app, path, vk.Header(vk.Good())));
            Assert.Equal(["Bearer"], await ChallengeAsync(app, path));
        }

        Assert.Equal((200, "HTTP: GET /plain"), await AskAsync(app, "/plain"));
    }

    private static LaunchParameterPolicy PolicyOf(TestApp app) => app.Services.GetServices<MatcherPolicy>().OfType<LaunchParameterPolicy>().Single();

    /// <summary>What stands in an endpoint's place, with its route's values.</summary>
    private static Endpoint Replace(LaunchParameterPolicy policy, Endpoint endpoint)
    {
        var values = new RouteValueDictionary { ["id"] = "1" };
        var candidates = new CandidateSet([endpoint], [values], [0]);
        Assert.True(policy.ApplyAsync(new DefaultHttpContext(), candidates).IsCompletedSuccessfully);
        Assert.Same(values, candidates[0].Values);
        return candidates[0].Endpoint;
    }

    private static IEnumerable<Endpoint> Endpoints(TestApp app) => app.Services.GetRequiredService<EndpointDataSource>().Endpoints;

    private static async Task<(int Status, string Body)> AskAsync(TestApp app, string path, params string[] authorization)
    {
        var reply = await app.GetAsync(path, authorization);
        return (reply.Status, reply.Body);
    }

    private static async Task<IReadOnlyList<string>> ChallengeAsync(TestApp app, string path, params string[] authorization)
    {
        var reply = await app.GetAsync(path, authorization);
        Assert.Equal(401, reply.Status);
        return reply.Challenges;
    }

    private sealed class Basket(ShopLaunch launch)
    {
        public long ShopId => launch.ShopId;
    }
}
