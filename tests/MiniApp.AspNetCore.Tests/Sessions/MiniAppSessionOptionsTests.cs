using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore.Tests;

/// <summary>The settings of sessions: where they are read, and which keep a host from starting.</summary>
public class MiniAppSessionOptionsTests
{
    [Theory]
    [InlineData("MaxLifetime", "00:00:00", "MaxLifetime must be from one second to ten years.")]
    [InlineData("MaxLifetime", "3651.00:00:00", "MaxLifetime must be from one second to ten years.")]
    [InlineData("AccessTokenLifetime", "00:00:00", "AccessTokenLifetime must be from one second to MaxLifetime.")]
    [InlineData("AccessTokenLifetime", "1.00:00:01", "AccessTokenLifetime must be from one second to MaxLifetime.")]
    [InlineData("RefreshLeeway", "-00:00:01", "RefreshLeeway must be from nothing to ten minutes.")]
    [InlineData("RefreshLeeway", "00:10:01", "RefreshLeeway must be from nothing to ten minutes.")]
    [InlineData("CookieName", "a b", "CookieName must be a name that a cookie can have.")]
    [InlineData("UseCookie", "yes", "UseCookie is not a valid Boolean. It is written as true or false.")]
    [InlineData("MaxLifetime", "24", "MaxLifetime is not a valid TimeSpan.")]
    public async Task Unsound_setting_keeps_the_host_from_starting(string setting, string text, string fault)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync((setting, text)));

        Assert.StartsWith($"Authentication scheme 'MiniAppSession': {fault}", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("00:00:01", "00:00:01", "00:00:00")]
    [InlineData("3650.00:00:00", "00:00:01", "00:10:00")]
    [InlineData("3650.00:00:00", "3650.00:00:00", "00:00:00")]
    public async Task Times_may_be_as_short_and_as_long_as_is_written(string max, string access, string leeway)
    {
        await using var app = await StartAsync(("MaxLifetime", max), ("AccessTokenLifetime", access), ("RefreshLeeway", leeway));
        var options = app.Services.GetRequiredService<IOptionsMonitor<MiniAppSessionOptions>>().Get("MiniAppSession");

        Assert.Equal((max, access, leeway), ($"{options.MaxLifetime:c}", $"{options.AccessTokenLifetime:c}", $"{options.RefreshLeeway:c}"));
    }

    [Theory]
    [InlineData("late", "late")]
    [InlineData(null, "early")]
    public async Task Realm_of_the_section_wins_over_the_one_that_code_has_set_before(string? setting, string expected)
    {
        await using var app = await TestApp.StartWithAsync(builder =>
        {
            builder.Services.Configure<MiniAppSessionOptions>("MiniAppSession", options => options.Realm = "early");
            builder.Configuration["Authentication:Schemes:MiniAppSession:Realm"] = setting;
            PlatformScheme.All[0].AddTo(builder.Services.AddAuthentication().AddMiniAppSessions());
        });

        Assert.Equal(expected, app.Services.GetRequiredService<IOptionsMonitor<MiniAppSessionOptions>>().Get("MiniAppSession").Realm);
    }

    [Fact]
    public async Task Settings_are_read_from_the_schemes_section()
    {
        await using var app = await StartAsync(
            ("MaxLifetime", "1.00:00:00"),
            ("AccessTokenLifetime", "00:05:00"),
            ("RefreshLeeway", "00:00:00"),
            ("UseCookie", "true"),
            ("CookieName", "__Host-other"),
            ("Realm", "shop"));
        var options = app.Services.GetRequiredService<IOptionsMonitor<MiniAppSessionOptions>>().Get("MiniAppSession");

        Assert.Equal(
            (TimeSpan.FromDays(1), TimeSpan.FromMinutes(5), TimeSpan.Zero, true, "__Host-other", "shop"),
            (options.MaxLifetime, options.AccessTokenLifetime, options.RefreshLeeway, options.UseCookie, options.CookieName, options.Realm));
        Assert.Equal("Bearer realm=\"shop\", error=\"invalid_token\"", Assert.Single((await app.GetAsync("/session-only", "Bearer x")).Challenges));
    }

    [Fact]
    public async Task Defaults_are_those_that_are_written()
    {
        await using var app = await StartAsync();
        var options = app.Services.GetRequiredService<IOptionsMonitor<MiniAppSessionOptions>>().Get("MiniAppSession");

        Assert.Equal(
            (TimeSpan.FromHours(24), TimeSpan.FromMinutes(15), TimeSpan.FromSeconds(30), false, "__Host-session", null, null),
            (options.MaxLifetime, options.AccessTokenLifetime, options.RefreshLeeway, options.UseCookie, options.CookieName, options.Realm, options.TokenRetriever));
    }

    [Fact]
    public async Task Revocations_are_remembered_for_the_longest_life_that_was_ever_in_force_and_not_for_one_that_was_refused()
    {
        var life = TimeSpan.FromDays(30);
        await using var app = await TestApp.StartWithAsync(builder => PlatformScheme.All[0].AddTo(
            builder.Services.AddAuthentication().AddMiniAppSessions(options => options.MaxLifetime = life)));
        var memory = Instances.Of(app).Memory;
        var makes = app.Services.GetRequiredService<IOptionsFactory<MiniAppSessionOptions>>();
        var now = memory.Since.AddDays(30);

        life = TimeSpan.FromDays(3651);
        Assert.Throws<OptionsValidationException>(() => makes.Create("MiniAppSession"));
        Assert.Equal(30, Days());
        life = TimeSpan.FromDays(3650);
        makes.Create("MiniAppSession");
        Assert.Equal(3650, Days());
        life = TimeSpan.FromDays(2);
        makes.Create("MiniAppSession");
        Assert.Equal(3650, Days());

        double Days() => Math.Round((now - memory.Since).TotalDays);
    }

    private static Task<TestApp> StartAsync(params (string Setting, string? Text)[] settings) => TestApp.StartWithAsync(
        builder =>
        {
            builder.Configuration.Sources.Add(new TestSettings("MiniAppSession", settings));
            PlatformScheme.All[0].AddTo(builder.Services.AddAuthentication().AddMiniAppSessions());
        },
        app => app.MapGet("/session-only", () => "in").RequireMiniAppSession());
}
