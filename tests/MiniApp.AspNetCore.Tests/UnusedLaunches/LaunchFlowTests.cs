using System.Buffers.Text;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VkMiniApp.AspNetCore;

namespace MiniApp.AspNetCore.Tests;

/// <summary>What becomes of a launch that is used more than once, by whom and in which mode.</summary>
public sealed class LaunchFlowTests
{
    private const string Mine = "the-binding-of-the-page";
    private const string Other = "the-binding-of-another";

    public static TheoryData<string, LaunchUse> Platforms =>
        new MatrixTheoryData<string, LaunchUse>(PlatformScheme.All.Select(platform => platform.Name), Enum.GetValues<LaunchUse>());

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Launch_that_was_used_goes_on_signing_requests_in(string name, LaunchUse use)
    {
        await using var app = await StartAsync(name, use);
        var token = PlatformScheme.Of(name).Good();

        Assert.Equal(200, (await app.AskAsync("/me", token)).Status);
        Assert.Equal((200, "paid"), StatusOf(await app.PayAsync(token, Mine)));
        Assert.Equal(200, (await app.AskAsync("/me", token)).Status);
        Assert.Equal(200, (await app.AskAsync("/me", token)).Status);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Client_whose_answer_was_lost_repeats_its_request(string name, LaunchUse use) =>
        await RepeatAsync(name, use, Mine, TimeSpan.Zero, isBoundToOneUse: use == LaunchUse.Once);

    /// <summary>Telegram and MAX give a page that is reloaded the launch that it had.</summary>
    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Page_that_is_reloaded_or_duplicated_has_its_launch_and_its_binding(string name, LaunchUse use) =>
        await RepeatAsync(name, use, Mine, TimeSpan.FromMinutes(5), isBoundToOneUse: use == LaunchUse.Once);

    /// <summary>Telegram Desktop opens from its cache, with the launch of hours ago; by then the binding may be gone.</summary>
    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Page_that_has_lost_its_binding_is_somebody_else(string name, LaunchUse use) =>
        await RepeatAsync(name, use, Other, TimeSpan.FromMinutes(55), isBoundToOneUse: use != LaunchUse.ReportOnly);

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Thief_who_has_the_launch_alone_comes_too_late(string name, LaunchUse use)
    {
        await using var app = await StartAsync(name, use);
        var token = PlatformScheme.Of(name).Good();
        await app.PayAsync(token, Mine);

        var (expected, answer) = (use == LaunchUse.ReportOnly ? 200 : 401, await app.PayAsync(token, Other));
        Assert.Equal(expected, answer.Status);
        Assert.Equal(use switch { LaunchUse.Bind => 400, LaunchUse.Once => 401, _ => 200 }, (await app.PayAsync(token)).Status);
        Assert.Equal(
            use switch
            {
                LaunchUse.Bind => ["LaunchUseRefused", "LaunchBindingRefused"],
                LaunchUse.Once => ["LaunchUseRefused", "LaunchUseRefused"],
                _ => ["LaunchUseReported", "LaunchBindingReported", "LaunchUseReported"],
            },
            app.Said.Select(said => said.Event));
        Assert.All(app.Said, said => Assert.Equal(LogLevel.Information, said.Level));
        app.Logs.AssertSilentAbout(Mine, Other, token);

        Assert.Equal(use == LaunchUse.Once ? 401 : 200, (await app.PayAsync(token, Mine)).Status);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Of_two_opens_in_the_same_second_one_is_refused(string name, LaunchUse use)
    {
        await using var app = await StartAsync(name, use);
        var token = PlatformScheme.Of(name).Good();

        var answers = await Task.WhenAll(Task.Run(() => app.PayAsync(token, Mine)), Task.Run(() => app.PayAsync(token, Other)));
        Assert.Equal(use == LaunchUse.ReportOnly ? [200, 200] : [200, 401], answers.Select(answer => answer.Status).Order());
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Request_that_a_proxy_sends_several_times_at_once_succeeds_where_it_is_bound(string name, LaunchUse use)
    {
        await using var app = await StartAsync(name, use);
        var token = PlatformScheme.Of(name).Good();

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => app.PayAsync(token, Mine))));
        Assert.Equal(use == LaunchUse.Once ? 1 : 16, answers.Count(answer => answer.Status == 200));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Of_many_spellings_of_one_launch_at_once_exactly_one_is_accepted(string name, LaunchUse use)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await StartAsync(name, use);
        var spellings = SpellingsOf(platform).ToArray();

        foreach (var spelling in spellings)
        {
            Assert.Equal(200, (await app.AskAsync("/me", spelling)).Status);
        }

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(
            number => Task.Run(() => app.PayAsync(spellings[number % spellings.Length], $"{Mine}-{number}"))));
        Assert.Equal(use == LaunchUse.ReportOnly ? 64 : 1, answers.Count(answer => answer.Status == 200));
        Assert.All(answers.Where(answer => answer.Status != 200), answer => Assert.Equal(
            (401, $"{platform.AuthScheme} error=\"invalid_token\", error_description=\"The launch or refresh token was used before\", reason=\"replayed\""),
            (answer.Status, answer.Challenge)));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Launches_of_the_same_user_in_two_seconds_are_two(string name, LaunchUse use)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await StartAsync(name, use, options => options.AcceptLaunchesFromBeforeStart = true);

        Assert.Equal(200, (await app.PayAsync(SignedAgo(platform, 0), Mine)).Status);
        Assert.Equal(200, (await app.PayAsync(SignedAgo(platform, 1), Other)).Status);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Launch_from_before_the_start_may_have_been_used_then(string name, LaunchUse use)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await StartAsync(name, use);
        var answer = await app.PayAsync(SignedAgo(platform, 1), Mine);

        // What was refused is no use that could be repeated.
        Assert.Equal(answer.Status, (await app.PayAsync(SignedAgo(platform, 1), Mine)).Status);
        Assert.Equal(
            use == LaunchUse.ReportOnly
                ? (200, null)
                : (401, $"{platform.AuthScheme} error=\"invalid_token\", "
                    + "error_description=\"The launch or refresh token is older than the server's record of used ones\", reason=\"expired\""),
            (answer.Status, answer.Challenge));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Clock_that_is_set_back_brings_no_used_launch_back(string name, LaunchUse use)
    {
        var token = PlatformScheme.Of(name).Good();
        await using var app = await StartAsync(name, use);
        await app.PayAsync(token, Mine);
        app.Clock.Advance(TimeSpan.FromHours(-2));

        Assert.Equal(use == LaunchUse.ReportOnly ? 200 : 401, (await app.PayAsync(token, Other)).Status);
        Assert.Equal(use == LaunchUse.Once ? 401 : 200, (await app.PayAsync(token, Mine)).Status);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Full_ledger_refuses_what_it_does_not_know_and_says_when_to_come_again(string name, LaunchUse use)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await StartAsync(name, use, options => options.Capacity = 1);

        Assert.Equal(200, (await app.PayAsync(platform.Good(42), Mine)).Status);
        var answer = await app.PayAsync(platform.Good(43), Mine);
        Assert.Equal(
            use == LaunchUse.ReportOnly ? (200, null, "text/plain; charset=utf-8") : (503, "2", "application/problem+json"),
            (answer.Status, answer.RetryAfter, answer.ContentType));
        Assert.Equal(use == LaunchUse.Once ? 401 : 200, (await app.PayAsync(platform.Good(42), Mine)).Status);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Claims_are_counted_by_what_became_of_them(string name, LaunchUse use)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await StartAsync(name, use, options => options.Capacity = 2);
        using var claims = new Measurements(app.Services, MiniAppDiagnostics.MeterName, MiniAppDiagnostics.LedgerClaims);

        await app.PayAsync(platform.Good(42), Mine);
        await app.PayAsync(platform.Good(42), Mine);
        await app.PayAsync(platform.Good(42), Other);
        await app.PayAsync(SignedAgo(platform, 1), Mine);
        await app.PayAsync(platform.Good(43), Mine);

        Assert.Equal(
            ["first", use == LaunchUse.Once ? "replayed" : "again", "replayed", "forgotten", "unavailable"],
            claims.All.Select(claim => claim.Tags["miniapp.ledger.outcome"]));
        Assert.All(claims.All, claim => Assert.Equal((1, 1), (claim.Value, claim.Tags.Count)));
        Assert.Equal(
            ("{claim}", "What became of claims on the ledger of what was used."), (claims.Instrument!.Unit, claims.Instrument.Description));
    }

    /// <summary>Two schemes of one app, as for an endpoint that takes launches which the rest refuse for their age.</summary>
    [Fact]
    public async Task Launch_that_is_too_old_for_the_scheme_that_used_it_is_used_also_where_another_takes_it_still()
    {
        const string key = "protected-key-of-the-tests";
        await using var app = await TestApp.StartWithAsync(
            builder => builder.Services.AddAuthentication()
                .AddVkMiniApp("brief", options => Set(options, hours: 1))
                .AddVkMiniApp("long", options => Set(options, hours: 3)),
            app =>
            {
                foreach (var scheme in new[] { "brief", "long" })
                {
                    app.MapGet($"/{scheme}", () => "paid")
                        .RequireAuthorization(policy => policy.AddAuthenticationSchemes(scheme).RequireAuthenticatedUser()).RequireUnusedLaunch();
                }
            });

        Assert.Equal(200, await PayAsync("/brief", Mine));
        app.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(401, await PayAsync("/brief", Mine));
        Assert.Equal(401, await PayAsync("/long", Other));
        Assert.Equal(200, await PayAsync("/long", Mine));

        static void Set(VkMiniAppOptions options, int hours)
        {
            options.AddApp(6736218, key);
            options.Lifetime = TimeSpan.FromHours(hours);
        }

        async Task<int> PayAsync(string path, string binding) => (await app.GetAsync(path, context =>
        {
            context.Request.Headers.Authorization = $"Bearer {PlatformScheme.Of("VkMiniApp").SignedBy(key)}";
            context.Request.Headers["Launch-Binding"] = binding;
        })).Status;
    }

    /// <summary>One of a tenant that came while the host ran, and has no key yet.</summary>
    [Fact]
    public async Task Launch_is_used_also_where_another_scheme_of_its_platform_has_options_that_cannot_be_made()
    {
        const string key = "protected-key-of-the-tests";
        await using var app = await TestApp.StartWithAsync(
            builder => builder.Services.AddAuthentication("sound").AddVkMiniApp("sound", options => options.AddApp(6736218, key)),
            app => app.MapGet("/pay", () => "paid").RequireAuthorization().RequireUnusedLaunch());
        var schemes = app.Services.GetRequiredService<IAuthenticationSchemeProvider>();
        schemes.AddScheme(new("unsound", displayName: null, (await schemes.GetSchemeAsync("sound"))!.HandlerType));

        Assert.Equal(200, await PayAsync(Mine));
        Assert.Equal(401, await PayAsync(Other));

        async Task<int> PayAsync(string binding) => (await app.GetAsync("/pay", context =>
        {
            context.Request.Headers.Authorization = $"Bearer {PlatformScheme.Of("VkMiniApp").SignedBy(key)}";
            context.Request.Headers["Launch-Binding"] = binding;
        })).Status;
    }

    private static string SignedAgo(PlatformScheme platform, int seconds) => platform.Good(42, seconds);

    /// <summary>The launch as it is, as a query, with a mark before it, in another order, and each of them in base64.</summary>
    private static IEnumerable<string> SpellingsOf(PlatformScheme platform)
    {
        var token = platform.Good();
        var query = platform.QueryOf(token);
        return platform.Name == "ShopMiniApp" ? [token]
            : new[] { query, string.Join('&', query.Split('&').Reverse()) }
                .SelectMany(text => new[] { text, Base64Url.EncodeToString(Encoding.ASCII.GetBytes(text)) })
                .Append(token);
    }

    private static (int Status, string Body) StatusOf(UnusedLaunchApp.Answer answer) => (answer.Status, answer.Body);

    private static Task<UnusedLaunchApp> StartAsync(string platform, LaunchUse use, Action<LaunchLedgerOptions>? configure = null) =>
        UnusedLaunchApp.StartAsync(PlatformScheme.Of(platform), options =>
        {
            options.Use = use;
            configure?.Invoke(options);
        });

    private static async Task RepeatAsync(string name, LaunchUse use, string binding, TimeSpan later, bool isBoundToOneUse)
    {
        await using var app = await StartAsync(name, use);
        var token = PlatformScheme.Of(name).Good();
        Assert.Equal(200, (await app.PayAsync(token, Mine)).Status);
        app.Clock.Advance(later);

        Assert.Equal(isBoundToOneUse ? 401 : 200, (await app.PayAsync(token, binding)).Status);
    }
}
