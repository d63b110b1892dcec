using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>What the guard lets through is kept in no cache and shown to no other site.</summary>
/// <typeparam name="TPlatform">The platform.</typeparam>
public abstract class LauncherGuardTests<TPlatform>
    where TPlatform : ILauncherSubject
{
    [Fact]
    public async Task Request_of_the_launchers_own_page_is_answered_and_kept_nowhere()
    {
        await using var app = await LauncherApp<TPlatform>.StartAsync();

        foreach (var (method, path, _) in TPlatform.Requests)
        {
            using var response = await app.AskAgainAsync(method, path, ("Origin", "http://localhost"));

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.True(response.Headers.CacheControl!.NoStore);
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Cross-Origin-Resource-Policy")));
            Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
        }
    }

    [Fact]
    public async Task Cache_for_the_whole_application_hands_nobody_what_the_secret_had_opened()
    {
        var back = LauncherApp<TPlatform>.Build(configureServices: services =>
            services.AddOutputCache(options => options.AddBasePolicy(policy => policy.Expire(TimeSpan.FromMinutes(10)))));
        back.UseOutputCache();
        await using var app = await LauncherApp<TPlatform>.StartAsync(back);

        foreach (var (method, path, _) in TPlatform.Requests)
        {
            using var opened = await app.AskAgainAsync(method, path, ("Origin", "http://localhost"));
            using var forwarded = await app.AskAgainAsync(method, path, ("X-Real-IP", "203.0.113.7"));

            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (opened.StatusCode, forwarded.StatusCode));
        }
    }

    [Theory]
    [InlineData("X-Real-IP", "203.0.113.7", "The header X-Real-IP says that a proxy or a tunnel passed this on")]
    [InlineData("Host", "evil.example", "The launcher answers only under localhost, loopback addresses and the names in ")]
    public async Task Page_and_data_are_refused_in_words_that_say_what_to_do(string header, string value, string words)
    {
        await using var app = await LauncherApp<TPlatform>.StartAsync();

        foreach (var (method, path) in new[] { ("GET", "/launcher/"), ("GET", "/launcher/secret.js"), ("POST", "/launcher/launch") })
        {
            using var response = await app.AskAgainAsync(method, path, (header, value));
            var text = await response.Content.ReadAsStringAsync();

            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
            Assert.StartsWith(words, text, StringComparison.Ordinal);
            Assert.Contains("Open the address that the application printed when it started", text, StringComparison.Ordinal);
            Assert.True(response.Headers.CacheControl!.NoStore);
        }
    }
}
