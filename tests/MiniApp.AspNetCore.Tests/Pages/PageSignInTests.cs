using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VkMiniApp.AspNetCore;

namespace MiniApp.AspNetCore.Tests;

/// <summary>From a launch in a page's address to a cookie, and to the address without the launch.</summary>
public class PageSignInTests
{
    private const string Gone = "__Host-session=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/; secure; samesite=none; httponly; Partitioned";

    [Fact]
    public async Task Launch_in_the_address_becomes_a_cookie_and_the_address_loses_it()
    {
        await using var app = await PageApp.StartAsync();

        var opened = await app.OpenAsync(PageApp.Address(PageApp.Vk.Good()));

        Assert.Equal((303, "", true), (opened.Status, opened.Body, opened.IsKeptFromCaches));
        Assert.Equal("/who", opened.Headers.Location?.OriginalString);
        Assert.Equal("no-referrer", Assert.Single(opened.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("42 by session", (await app.OpenAsync("/who", opened.Cookie)).Body);
        Assert.Equal("42 by session", (await app.GetAsync("/by-session", null, opened.Cookie)).Body);
    }

    [Fact]
    public async Task User_of_the_cookie_has_the_claims_that_last_with_the_platform_as_their_issuer()
    {
        string? seen = null;
        await using var app = await PageApp.StartAsync(map: app => app.MapGet("/claims", (HttpContext context) => seen = string.Join(
            ' ', context.User.Claims.Where(claim => claim.OriginalIssuer == "VK").Select(claim => claim.Type.Split('/')[^1] + "=" + claim.Value))
            + $" {context.User.GetVkUserId()} {context.User.GetSession()?.User} {context.User.GetVkLaunchParams() is null}").RequireAuthorization());

        var opened = await app.OpenAsync(PageApp.Address(PageApp.Vk.Good()));
        await app.OpenAsync("/claims", opened.Cookie);

        Assert.Equal("vk_app_id=6736218 vk_platform=desktop_web vk_user_id=42 nameidentifier=42 42 vk:42 True", seen);
    }

    [Theory]
    [InlineData("/who", "page=2&tag=a&tag=%D0%B1+c&{0}&sort=x%3Dy", "/who?page=2&tag=a&tag=%D0%B1+c&sort=x%3Dy")]
    [InlineData("/who", "{0}&empty=&utm_source=vk", "/who?empty&utm_source=vk")]
    [InlineData("/who", "{0}&q=я 😀&\n=\0", "/who?q=%D1%8F%20%F0%9F%98%80&%0A=%00")]
    [InlineData("/я/a b", "{0}", "/%D1%8F/a%20b")]
    [InlineData("//evil.example/who", "{0}", "/evil.example/who")]
    [InlineData("///evil.example", "{0}", "/evil.example")]
    [InlineData("/\\evil.example", "{0}", "/%5Cevil.example")]
    [InlineData("/https://evil.example", "{0}", "/https://evil.example")]
    public async Task What_is_the_applications_own_stays_in_the_address_and_no_address_leads_elsewhere(string path, string query, string rest)
    {
        await using var app = await PageApp.StartAsync();
        HttpContext? opened = null;

        var reply = await app.App.GetAsync(path, context =>
        {
            opened = context;
            context.Request.QueryString = new QueryString("?" + string.Format(null, query, PageApp.Vk.QueryOf(PageApp.Vk.Good())));
        });

        Assert.Equal((303, rest), (reply.Status, opened?.Response.Headers.Location.ToString()));
    }

    [Fact]
    public async Task Page_that_is_loaded_again_with_its_launch_keeps_its_session_and_nobody_else_gets_one_by_it()
    {
        await using var app = await PageApp.StartAsync();
        var address = PageApp.Address(PageApp.Vk.Good());
        var opened = await app.OpenAsync(address);

        var again = await app.OpenAsync(address, opened.Cookie);
        var stolen = await app.OpenAsync(address);

        Assert.Equal((303, false), (again.Status, again.Headers.Contains("Set-Cookie")));
        Assert.Equal((401, "replayed", false), (stolen.Status, stolen.Reason, stolen.Headers.Contains("Set-Cookie")));
    }

    [Fact]
    public async Task Launch_that_began_a_session_elsewhere_begins_none_here()
    {
        await using var app = await PageApp.StartAsync();
        var launch = PageApp.Vk.Good();
        Assert.Equal(200, (await app.TryBeginAsync(PageApp.Vk.Header(launch))).Status);

        Assert.Equal((401, "replayed"), (await app.OpenAsync(PageApp.Address(launch))) is var reply ? (reply.Status, reply.Reason) : default);
    }

    [Fact]
    public async Task Another_users_launch_takes_the_place_of_the_cookies_user()
    {
        await using var app = await PageApp.StartAsync();
        var first = await app.OpenAsync(PageApp.Address(PageApp.Vk.Good(42)));

        var second = await app.OpenAsync(PageApp.Address(PageApp.Vk.Good(43)), first.Cookie);

        Assert.Equal(303, second.Status);
        Assert.Equal("43 by session", (await app.OpenAsync("/who", second.Cookie)).Body);
    }

    [Theory]
    [InlineData("expired", "expired")]
    [InlineData("forged", null)]
    [InlineData("nobody's", null)]
    [InlineData("unsigned", null)]
    [InlineData("twice", null)]
    [InlineData("huge", null)]
    [InlineData("encoded", null)]
    public async Task Bad_launch_signs_nobody_in_and_takes_the_cookie_back_whosever_it_is(string kind, string? reason)
    {
        await using var app = await PageApp.StartAsync();
        var opened = await app.OpenAsync(PageApp.Address(PageApp.Vk.Good()));
        var address = kind switch
        {
            "expired" => PageApp.Address(PageApp.Vk.Expired()),
            "forged" => PageApp.Address(PageApp.Vk.Forged()),
            "nobody's" => PageApp.Address(PageApp.Vk.NoUser()),
            "unsigned" => "/who?vk_user_id=43",
            "twice" => PageApp.Address(PageApp.Vk.Good(43)) + "&sign=x",
            "huge" => PageApp.Address(PageApp.Vk.Good(43)) + "&x=" + new string('x', 16_384),
            _ => "/who?" + Uri.EscapeDataString(PageApp.Vk.QueryOf(PageApp.Vk.Good(43))),
        };

        var refused = await app.OpenAsync(address, opened.Cookie);

        Assert.Equal((401, reason, true), (refused.Status, refused.Reason, refused.IsKeptFromCaches));
        Assert.Equal(Gone, Assert.Single(refused.Headers.GetValues("Set-Cookie")));
        Assert.Equal("no-referrer", Assert.Single(refused.Headers.GetValues("Referrer-Policy")));
    }

    [Theory]
    [InlineData("expired", 401)]
    [InlineData("used", 401)]
    [InlineData("used beside another's cookie", 401)]
    [InlineData("fetched in advance", 503)]
    [InlineData("fetched in advance beside a cookie", 503)]
    public async Task Page_that_is_written_for_a_refusal_is_nobodys(string kind, int status)
    {
        await using var app = await PageApp.StartAsync(
            build: builder => builder.Services.AddTransient<IStartupFilter, StatusPages>(),
            map: app => app.MapGet("/status", [AllowAnonymous] (HttpContext context, int code) => $"{context.User.Identity?.Name ?? "nobody"} saw {code}")
                .RequireMiniAppSession());
        var address = PageApp.Address(PageApp.Vk.Good());
        var opened = await app.OpenAsync(address);
        var other = await app.OpenAsync(PageApp.Address(PageApp.Vk.Good(43)));

        var refused = await (kind switch
        {
            "expired" => app.OpenAsync(PageApp.Address(PageApp.Vk.Expired()), opened.Cookie),
            "used" => app.OpenAsync(address),
            "used beside another's cookie" => app.OpenAsync(address, other.Cookie),
            "fetched in advance beside a cookie" => app.OpenAsync(PageApp.Address(PageApp.Vk.Good(44)), ("Sec-Purpose", "prefetch"), other.Cookie),
            _ => app.OpenAsync(PageApp.Address(PageApp.Vk.Good(44)), ("Sec-Purpose", "prefetch")),
        });

        Assert.Equal((status, $"nobody saw {status}"), (refused.Status, refused.Body));
        Assert.Equal("42 saw 404", (await app.OpenAsync("/nowhere", opened.Cookie)).Body);
    }

    [Theory]
    [InlineData("/who", 401)]
    [InlineData("/who?page=2", 401)]
    [InlineData("/open?page=2&utm_source=vk", 200)]
    [InlineData("/open?sign=leo", 200)]
    [InlineData("/open?vk=1&VK_user_id=1", 200)]
    [InlineData("/open?%2576k_user_id=1", 200)]
    [InlineData("/open?", 200)]
    public async Task Address_without_a_launch_is_left_alone(string address, int status)
    {
        await using var app = await PageApp.StartAsync();

        var reply = await app.OpenAsync(address);

        Assert.Equal((status, null, false), (reply.Status, reply.Reason, reply.Headers.Contains("Referrer-Policy")));
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("POST")]
    public async Task Other_methods_are_judged_by_the_launch_in_the_address_and_get_no_cookie(string method)
    {
        await using var app = await PageApp.StartAsync(map: app => app.MapMethods(
            "/any", ["HEAD", "POST"], (HttpContext context) => { context.Response.Headers["Who"] = SessionApp.Describe(context.User); }).RequireAuthorization());
        var opened = await app.OpenAsync(PageApp.Address(PageApp.Vk.Good()));

        var reply = await app.SendAsync(
            new HttpMethod(method), PageApp.Address(PageApp.Vk.Good(43), "/any"), null, null, [("Sec-Fetch-Site", "same-origin"), opened.Cookie]);

        Assert.Equal((200, "43 by launch", false), (reply.Status, reply.Headers.GetValues("Who").Single(), reply.Headers.Contains("Set-Cookie")));
        Assert.Equal(401, (await app.SendAsync(
            new HttpMethod(method), PageApp.Address(PageApp.Vk.Expired(), "/any"), null, null, [("Sec-Fetch-Site", "same-origin"), opened.Cookie])).Status);
    }

    [Theory]
    [InlineData("HEAD", "navigate", null)]
    [InlineData("POST", "navigate", null)]
    [InlineData("GET", "cors", null)]
    [InlineData("HEAD", "navigate", MiniAppSessionDefaults.AuthenticationScheme)]
    [InlineData("POST", "navigate", MiniAppSessionDefaults.AuthenticationScheme)]
    [InlineData("GET", "cors", MiniAppSessionDefaults.AuthenticationScheme)]
    public async Task Cookie_does_not_count_beside_a_launch_in_the_address(string method, string mode, string? defaultScheme)
    {
        await using var app = await PageApp.StartAsync(
            map: app => app.MapMethods("/any", ["GET", "HEAD", "POST"], () => "in").RequireMiniAppSession(), defaultScheme: defaultScheme);
        var opened = await app.OpenAsync(PageApp.Address(PageApp.Vk.Good()));
        (string, string)[] headers = [("Sec-Fetch-Site", "same-origin"), ("Sec-Fetch-Mode", mode), opened.Cookie];

        Assert.Equal(200, (await app.SendAsync(new HttpMethod(method), "/any", null, null, headers)).Status);
        Assert.Equal(401, (await app.SendAsync(new HttpMethod(method), PageApp.Address(PageApp.Vk.Good(43), "/any"), null, null, headers)).Status);
        Assert.Equal(401, (await app.SendAsync(new HttpMethod(method), PageApp.Address(PageApp.Vk.Forged(), "/any"), null, null, headers)).Status);
    }

    [Theory]
    [InlineData("Sec-Fetch-Mode", "no-cors")]
    [InlineData("Sec-Fetch-Mode", "cors")]
    [InlineData("Upgrade", "websocket")]
    [InlineData("Authorization", "tma x")]
    public async Task What_is_no_navigation_changes_no_cookie(string header, string value)
    {
        await using var app = await PageApp.StartAsync();
        var opened = await app.OpenAsync(PageApp.Address(PageApp.Vk.Good()));

        foreach (var launch in new[] { PageApp.Vk.Good(43), PageApp.Vk.Forged() })
        {
            var reply = await app.GetAsync(PageApp.Address(launch), null, (header, value), opened.Cookie);
            Assert.False(reply.Headers.Contains("Set-Cookie") || reply.Status == 303, $"{reply.Status}");
        }
    }

    [Theory]
    [InlineData("prefetch")]
    [InlineData("prefetch;prerender")]
    public async Task Page_that_is_fetched_in_advance_uses_no_launch_up(string purpose)
    {
        await using var app = await PageApp.StartAsync();
        var address = PageApp.Address(PageApp.Vk.Good());

        var early = await app.OpenAsync(address, ("Sec-Purpose", purpose));

        Assert.Equal((503, true, false), (early.Status, early.IsKeptFromCaches, early.Headers.Contains("Set-Cookie")));
        Assert.Equal(303, (await app.OpenAsync(address)).Status);
    }

    [Fact]
    public async Task Launch_is_not_lost_while_the_ledger_is_away_and_signs_nobody_in()
    {
        var ledger = new DictionaryLedger { IsAway = true };
        await using var app = await PageApp.StartAsync(build: builder => builder.Services.AddSingleton<ILaunchLedger>(ledger));
        var address = PageApp.Address(PageApp.Vk.Good());

        Assert.Equal((503, false), (await app.OpenAsync(address)) is var away ? (away.Status, away.Headers.Contains("Set-Cookie")) : default);
        ledger.IsAway = false;
        Assert.Equal(303, (await app.OpenAsync(address)).Status);
    }

    [Fact]
    public async Task Who_is_kept_out_or_refused_by_the_application_gets_no_cookie_and_keeps_nobodys()
    {
        await using var app = await PageApp.StartAsync(options => options.Events.OnStarting = context =>
        {
            if (context.Session.User != MiniAppSubject.VkUser(44))
            {
                context.Refuse("closed");
            }

            return Task.CompletedTask;
        });
        var address = PageApp.Address(PageApp.Vk.Good(44));
        var other = await app.OpenAsync(address);
        await app.Services.GetRequiredService<MiniAppRevocations>().BlockAsync(MiniAppSubject.VkUser(43), null, TestContext.Current.CancellationToken);

        foreach (var (user, reason) in new[] { (42, "closed"), (43, "banned") })
        {
            var without = await app.OpenAsync(PageApp.Address(PageApp.Vk.Good(user)));
            var beside = await app.OpenAsync(PageApp.Address(PageApp.Vk.Good(user, ageInSeconds: 1)), other.Cookie);

            Assert.Equal((401, reason, false), (without.Status, without.Reason, without.Headers.Contains("Set-Cookie")));
            Assert.Equal((401, reason, Gone), (beside.Status, beside.Reason, beside.Headers.GetValues("Set-Cookie").Single()));
        }
    }

    [Fact]
    public async Task Cookie_is_taken_back_also_where_the_application_writes_the_refusal()
    {
        await using var app = await PageApp.StartAsync(build: builder => builder.Services.Configure<VkMiniAppOptions>(
            PageApp.Vk.Name,
            options => options.Events.OnChallenge = async context =>
            {
                context.HandleResponse();
                context.Response.StatusCode = 418;
                await context.Response.WriteAsync("closed");
            }));
        var opened = await app.OpenAsync(PageApp.Address(PageApp.Vk.Good()));

        var refused = await app.OpenAsync(PageApp.Address(PageApp.Vk.Expired()), opened.Cookie);

        Assert.Equal((418, "closed"), (refused.Status, refused.Body));
        Assert.Equal(Gone, refused.Headers.GetValues("Set-Cookie").Single());
    }

    [Fact]
    public async Task Cookie_is_set_and_taken_back_whatever_the_user_has_consented_to()
    {
        await using var app = await PageApp.StartAsync(build: builder =>
        {
            builder.Services.Configure<CookiePolicyOptions>(options => options.CheckConsentNeeded = _ => true);
            builder.Services.AddTransient<IStartupFilter, CookiePolicy>();
        });

        var opened = await app.OpenAsync(PageApp.Address(PageApp.Vk.Good()));
        Assert.Equal("42 by session", (await app.OpenAsync("/who", opened.Cookie)).Body);
        var ended = await app.SendAsync(HttpMethod.Delete, "/session", null, null, opened.Cookie, ("Sec-Fetch-Site", "same-origin"));
        Assert.StartsWith("__Host-session=;", ended.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_signed_out_is_not_signed_in_again_by_the_same_launch()
    {
        await using var app = await PageApp.StartAsync();
        var address = PageApp.Address(PageApp.Vk.Good());
        var opened = await app.OpenAsync(address);

        Assert.Equal(204, (await app.SendAsync(HttpMethod.Delete, "/session", null, null, opened.Cookie, ("Sec-Fetch-Site", "same-origin"))).Status);

        Assert.Equal((401, "revoked"), (await app.OpenAsync("/who", opened.Cookie)) is var page ? (page.Status, page.Reason) : default);
        Assert.Equal((401, "replayed"), (await app.OpenAsync(address, opened.Cookie)) is var again ? (again.Status, again.Reason) : default);
    }

    [Fact]
    public async Task Without_a_cookie_for_pages_the_launch_signs_in_the_one_request()
    {
        await using var app = await PageApp.StartAsync(options => (options.UseCookieForPages, options.UseCookie) = (false, true));

        var reply = await app.OpenAsync(PageApp.Address(PageApp.Vk.Good()));

        Assert.Equal((200, "42 by launch", false), (reply.Status, reply.Body, reply.Headers.Contains("Set-Cookie")));
    }

    [Fact]
    public async Task Launch_of_a_scheme_that_takes_none_from_the_address_is_left_alone()
    {
        await using var app = await PageApp.StartAsync(
            build: builder => builder.Services.Configure<VkMiniAppOptions>(PageApp.Vk.Name, options => options.TokenRetriever = null));

        Assert.Equal(401, (await app.OpenAsync(PageApp.Address(PageApp.Vk.Good()))).Status);
        Assert.Equal(200, (await app.OpenAsync(PageApp.Address(PageApp.Vk.Good(), "/open"))).Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Host_says_at_the_start_that_launches_are_remembered_in_this_process_where_pages_use_them(bool hasPages)
    {
        using var logs = new LogCollector();
        await using var app = await TestApp.StartWithAsync(
            builder =>
            {
                builder.Logging.AddProvider(logs);
                PageApp.Vk.AddTo(builder.Services.AddAuthentication().AddMiniAppSessions());
            },
            app =>
            {
                if (hasPages)
                {
                    app.UseMiniAppPageSignIn();
                }
            });

        Assert.Equal(hasPages, logs.Entries.Any(entry => entry.EventId.Name == "LedgerInProcess"));
    }

    [Fact]
    public void Without_sessions_or_a_platform_there_is_nothing_to_sign_in_by()
    {
        Assert.Throws<ArgumentNullException>("app", () => MiniAppPageApplicationBuilderExtensions.UseMiniAppPageSignIn(null!));
        foreach (var add in new Action<IServiceCollection>[] { services => services.AddAuthentication().AddMiniAppSessions(), _ => { } })
        {
            Assert.StartsWith(
                "Pages need AddMiniAppSessions(), and a platform beside it",
                Assert.Throws<InvalidOperationException>(() => TestApp.Build(builder => add(builder.Services), app => app.UseMiniAppPageSignIn())).Message,
                StringComparison.Ordinal);
        }
    }

    private sealed class CookiePolicy : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app => next(app.UseCookiePolicy());
    }

    private sealed class StatusPages : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.UseStatusCodePagesWithReExecute("/status", "?code={0}");
            next(app);
        };
    }
}
