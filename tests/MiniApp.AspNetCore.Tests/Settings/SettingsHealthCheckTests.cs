using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MiniApp.AspNetCore.Tests;

/// <summary>The health check of the settings.</summary>
public class SettingsHealthCheckTests
{
    [Fact]
    public async Task Every_scheme_with_unsound_settings_is_named()
    {
        var sources = PlatformScheme.All
            .Select(platform => new TestSettings(platform.Name, TestSettings.Of(platform, platform.Secret("secret"))))
            .ToArray();
        await using var app = await TestApp.StartWithAsync(builder =>
        {
            builder.Services.AddHealthChecks().AddMiniAppSettings();
            foreach (var (platform, source) in PlatformScheme.All.Zip(sources))
            {
                builder.Configuration.Sources.Add(source);
                platform.AddConfigured(builder.Services.AddAuthentication());
            }
        });
        Assert.Equal((HealthStatus.Healthy, null), await CheckAsync(app, "mini-app-settings"));

        sources[0].Change();
        sources[2].Change();

        Assert.Equal(
            (HealthStatus.Degraded,
                "Authentication scheme 'MaxMiniApp': BotToken is missing. Fix it in code or in Authentication:Schemes:MaxMiniApp. "
                + "Authentication scheme 'VkMiniApp': AppId is missing. AppSecret is missing. Fix it in code or in Authentication:Schemes:VkMiniApp."),
            await CheckAsync(app, "mini-app-settings"));
    }

    [Fact]
    public async Task Check_has_the_name_the_status_and_the_tags_that_it_is_given()
    {
        var platform = PlatformScheme.Of("VkMiniApp");
        var source = new TestSettings(platform.Name, TestSettings.Of(platform, "secret"));
        await using var app = await TestApp.StartWithAsync(builder =>
        {
            builder.Configuration.Sources.Add(source);
            builder.Services.AddHealthChecks().AddMiniAppSettings("launches", HealthStatus.Unhealthy, ["ready"]);
            platform.AddConfigured(builder.Services.AddAuthentication());
        });
        source.Change();

        Assert.Equal(HealthStatus.Unhealthy, (await CheckAsync(app, "launches")).Status);
        Assert.Equal("ready", Assert.Single((await ReportAsync(app)).Entries["launches"].Tags));
    }

    [Fact]
    public async Task Host_without_a_scheme_is_healthy()
    {
        await using var app = await TestApp.StartWithAsync(builder => builder.Services.AddHealthChecks().AddMiniAppSettings());

        Assert.Equal((HealthStatus.Healthy, null), await CheckAsync(app, "mini-app-settings"));
        Assert.Throws<ArgumentNullException>("builder", () => ((IHealthChecksBuilder)null!).AddMiniAppSettings());
    }

    private static Task<HealthReport> ReportAsync(TestApp app) => app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();

    private static async Task<(HealthStatus Status, string? Description)> CheckAsync(TestApp app, string name)
    {
        var entry = (await ReportAsync(app)).Entries[name];
        return (entry.Status, entry.Description);
    }
}
