using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore.Tests;

/// <summary>The cookie of pages: with which requests it counts, and what goes with it.</summary>
public class PageCookieTests
{
    [Theory]
    [InlineData("GET", "Sec-Fetch-Site: same-origin; Sec-Fetch-Mode: cors", true)]
    [InlineData("POST", "Sec-Fetch-Site: same-origin; Sec-Fetch-Mode: navigate", true)]
    [InlineData("POST", "Sec-Fetch-Site: same-origin; Sec-Fetch-Mode: cors; Origin: https://elsewhere.example", true)]
    [InlineData("GET", "Sec-Fetch-Site: none; Sec-Fetch-Mode: navigate", true)]
    [InlineData("POST", "Sec-Fetch-Site: none; Sec-Fetch-Mode: navigate", true)]
    [InlineData("GET", "Sec-Fetch-Site: cross-site; Sec-Fetch-Mode: navigate", true)]
    [InlineData("HEAD", "Sec-Fetch-Site: same-site; Sec-Fetch-Mode: navigate", true)]
    [InlineData("GET", "Sec-Fetch-Site: cross-site; Sec-Fetch-Mode: no-cors", false)]
    [InlineData("GET", "Sec-Fetch-Site: cross-site; Sec-Fetch-Mode: cors", false)]
    [InlineData("GET", "Sec-Fetch-Site: same-site; Sec-Fetch-Mode: cors", false)]
    [InlineData("GET", "Sec-Fetch-Site: cross-site", false)]
    [InlineData("GET", "Sec-Fetch-Site: cross-site; Sec-Fetch-Mode: websocket; Upgrade: websocket", false)]
    [InlineData("GET", "Sec-Fetch-Site: cross-site; Sec-Fetch-Mode: navigate; Upgrade: websocket", false)]
    [InlineData("POST", "Sec-Fetch-Site: cross-site; Sec-Fetch-Mode: navigate", false)]
    [InlineData("POST", "Sec-Fetch-Site: cross-site; Sec-Fetch-Mode: navigate; X-Requested-With: com.vkontakte.android", false)]
    [InlineData("POST", "Sec-Fetch-Site: cross-site; Sec-Fetch-Mode: cors; X-Requested-With: WebView", false)]
    [InlineData("POST", "Sec-Fetch-Site: same-origin; Sec-Fetch-Mode: cors; X-Requested-With: com.vkontakte.android", true)]
    [InlineData("POST", "Sec-Fetch-Site: same-site; Sec-Fetch-Mode: navigate; Origin: http://localhost", false)]
    [InlineData("POST", "Sec-Fetch-Site: SAME-ORIGIN", false)]
    [InlineData("DELETE", "Sec-Fetch-Site: cross-site; Sec-Fetch-Mode: cors", false)]
    [InlineData("GET", "", true)]
    [InlineData("HEAD", "", true)]
    [InlineData("POST", "", false)]
    [InlineData("POST", "Origin: http://localhost", true)]
    [InlineData("POST", "Origin: https://localhost", false)]
    [InlineData("POST", "Origin: http://localhost:8080", false)]
    [InlineData("POST", "Origin: http://localhost.evil.example", false)]
    [InlineData("POST", "Origin: null", false)]
    [InlineData("POST", "Host: xn--e1afmkfd.example; Origin: http://xn--e1afmkfd.example", true)]
    [InlineData("POST", "Host: xn--e1afmkfd.example; Origin: http://xn--e1afmkfe.example", false)]
    [InlineData("POST", "Host: a..b!; Origin: https://evil.example", false)]
    [InlineData("GET", "Origin: https://evil.example", false)]
    [InlineData("GET", "Upgrade: websocket", false)]
    [InlineData("GET", "Upgrade: websocket; Origin: http://localhost", true)]
    [InlineData("GET", "Upgrade: websocket; Origin: https://evil.example", false)]
    public async Task Cookie_counts_with_what_our_own_page_sends_and_with_a_navigation(string method, string headers, bool counts)
    {
        await using var app = await PageApp.StartAsync(map: app => app.Map("/any", (HttpContext context) => context.User.Identity?.Name ?? "nobody"));
        var opened = await app.OpenAsync(PageApp.Address(PageApp.Vk.Good()));

        var reply = await app.App.GetAsync("/any", context =>
        {
            context.Request.Method = method;
            context.Request.Headers.Cookie = opened.Cookie.Value;
            foreach (var header in headers.Split("; ", StringSplitOptions.RemoveEmptyEntries))
            {
                context.Request.Headers[header.Split(": ")[0]] = header.Split(": ")[1];
            }
        });

        Assert.Equal(counts ? "42" : "nobody", reply.Body);
    }

    [Fact]
    public async Task Header_that_is_there_twice_is_no_proof()
    {
        await using var app = await PageApp.StartAsync(map: app => app.Map("/any", (HttpContext context) => context.User.Identity?.Name ?? "nobody"));
        var opened = await app.OpenAsync(PageApp.Address(PageApp.Vk.Good()));

        foreach (var name in new[] { "Sec-Fetch-Site", "Origin" })
        {
            var reply = await app.App.GetAsync("/any", context =>
            {
                context.Request.Headers.Cookie = opened.Cookie.Value;
                context.Request.Headers[name] = name == "Origin" ? new(["http://localhost", "http://localhost"]) : new(["same-origin", "same-origin"]);
            });
            Assert.Equal("nobody", reply.Body);
        }
    }

    [Fact]
    public async Task Pages_of_other_platforms_get_it_from_a_post()
    {
        await using var app = await PageApp.StartAsync();
        foreach (var platform in PlatformScheme.All)
        {
            var begun = await app.TryBeginAsync(platform.Header(platform.Good()), "/session/cookie");
            Assert.Equal(204, begun.Status);
            Assert.Equal($"{platform.NameIdentifier(42)} by session", (await app.OpenAsync("/who", begun.Cookie)).Body);
        }
    }

    [Fact]
    public async Task Cookie_of_antiforgery_is_kept_in_a_frame_as_well()
    {
        await using var app = await PageApp.StartAsync(build: builder => builder.Services.AddAntiforgery());
        var builder = app.Services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie;
        var cookie = builder.Build(new DefaultHttpContext());

        Assert.StartsWith(".AspNetCore.Antiforgery.", builder.Name, StringComparison.Ordinal);
        Assert.Equal((CookieSecurePolicy.SameAsRequest, true), (builder.SecurePolicy, builder.IsEssential)); // Always would throw without TLS
        Assert.Equal("a=b; path=/; secure; samesite=none; httponly; Partitioned", cookie.CreateCookieHeader("a", "b").ToString());
    }

    [Fact]
    public async Task Cookie_of_antiforgery_is_the_frameworks_own_without_pages()
    {
        await using var app = await SessionApp.StartAsync(options => options.UseCookie = true, builder => builder.Services.AddAntiforgery());
        var cookie = app.Services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie.Build(new DefaultHttpContext());

        Assert.Equal("a=b; path=/; samesite=strict; httponly", cookie.CreateCookieHeader("a", "b").ToString());
    }

    [Fact]
    public async Task Setting_of_the_configuration_is_read()
    {
        await using var app = await SessionApp.StartAsync(
            build: builder => builder.Configuration["Authentication:Schemes:MiniAppSession:UseCookieForPages"] = "true");

        Assert.True(app.Services.GetRequiredService<IOptionsMonitor<MiniAppSessionOptions>>().Get("MiniAppSession").UseCookieForPages);
    }
}
