using System.Diagnostics.Metrics;
using VkMiniApp;
using VkMiniApp.AspNetCore.Tests;

namespace MiniApp.AspNetCore.Tests;

/// <summary>What can be measured of authentication: the framework's metric by the reason, and the age of launches.</summary>
public class MetricsTests
{
    public static TheoryData<string> Platforms => PlatformScheme.Names;

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Metric_of_the_framework_tells_every_class_of_refusal(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await platform.StartAsync();
        using var durations = new Measurements(
            app.Services, "Microsoft.AspNetCore.Authentication", "aspnetcore.authentication.authenticate.duration");

        var requests = new (string Header, string Result, Type? Error)[]
        {
            (platform.Header(platform.Good()), "success", null),
            ("", "none", null),
            ("Basic x", "none", null),
            (platform.Header("a.b.c"), "none", null),
            (platform.Header("x"), "failure", typeof(MiniAppMalformedException)),
            (platform.Header(platform.Forged()), "failure", typeof(MiniAppInvalidSignatureException)),
            (platform.Header(platform.Expired()), "failure", typeof(MiniAppExpiredException)),
            (platform.Header(platform.NotYetValid()), "failure", typeof(MiniAppNotYetValidException)),
            (platform.Header(platform.NoUser()), "failure", typeof(MiniAppNoUserException)),
        };
        foreach (var (header, _, _) in requests)
        {
            await app.AuthenticateBySchemeAsync(name, header);
        }

        // The middleware asks the default scheme, and the endpoint asks it again: one measurement for each.
        Assert.Equal(
            requests.SelectMany(request => Enumerable.Repeat((name, request.Result, request.Error?.FullName), 2)),
            durations.All.Select(duration => (
                (string)duration.Tags["aspnetcore.authentication.scheme"]!,
                (string)duration.Tags["aspnetcore.authentication.result"]!,
                (string?)duration.Tags.GetValueOrDefault("error.type"))));
    }

    [Fact]
    public async Task Metric_of_the_framework_tells_the_refusals_that_only_vk_has()
    {
        await using var app = await PlatformScheme.Of("VkMiniApp").StartAsync();
        using var durations = new Measurements(
            app.Services, "Microsoft.AspNetCore.Authentication", "aspnetcore.authentication.authenticate.duration");

        foreach (var failure in TestLaunch.Failures)
        {
            await app.AuthenticateBySchemeAsync("VkMiniApp", "Bearer " + TestLaunch.Refused(failure));
        }

        Assert.Equal(
            TestLaunch.Failures.Select(failure => TestLaunch.ExceptionOf(failure).FullName),
            durations.All.Select(duration => (string?)duration.Tags["error.type"]).Where((_, index) => index % 2 == 0),
            StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("VkMiniApp", "vk", 6736218L, "desktop_web")]
    [InlineData("TelegramMiniApp", "telegram", 51000001L, null)]
    [InlineData("MaxMiniApp", "max", null, null)]
    [InlineData("ShopMiniApp", "shop", 7L, null)]
    public async Task Age_of_an_accepted_launch_is_measured_with_nothing_about_the_person(
        string name, string platformTag, long? appId, string? client)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await LiveApp.StartAsync(platform, TestSettings.Of(platform, platform.Secret("secret")));
        using var ages = new Measurements(app.Services, MiniAppDiagnostics.MeterName, MiniAppDiagnostics.LaunchAge);

        foreach (var age in new[] { 0, 1, 3600, -60 })
        {
            Assert.Equal(200, (await app.GetAsync(platform.SignedBy(platform.Secret("secret"), age))).Status);
        }

        Assert.Equal([0, 1, 3600, 0], ages.All.Select(age => age.Value));
        var expected = new Dictionary<string, object?>(StringComparer.Ordinal) { ["miniapp.platform"] = platformTag };
        if (appId is not null)
        {
            expected["miniapp.app.id"] = appId;
        }

        if (client is not null)
        {
            expected["miniapp.client"] = client;
        }

        Assert.All(ages.All, age => Assert.Equal(expected, age.Tags));
        Assert.IsType<Histogram<double>>(ages.Instrument);
        Assert.Equal(("MiniApp.AspNetCore", "miniapp.launch.age", "s"), (ages.Instrument.Meter.Name, ages.Instrument.Name, ages.Instrument.Unit));
    }

    [Fact]
    public async Task Launch_that_names_no_platform_has_no_tag_for_it()
    {
        await using var app = await PlatformScheme.Of("VkMiniApp").StartAsync();
        using var ages = new Measurements(app.Services, MiniAppDiagnostics.MeterName, MiniAppDiagnostics.LaunchAge);

        await app.GetAsync("/me", "Bearer " + TestLaunch.Token(new VkLaunchParamsDescriptor { UserId = 42, Platform = default }));

        Assert.DoesNotContain("miniapp.client", Assert.Single(ages.All).Tags);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Age_of_a_refused_launch_is_not_measured(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await platform.StartAsync();
        using var ages = new Measurements(app.Services, MiniAppDiagnostics.MeterName, MiniAppDiagnostics.LaunchAge);

        foreach (var token in new[] { platform.Expired(), platform.NotYetValid(), platform.Forged(), platform.NoUser(), "x", "a.b.c" })
        {
            await app.GetAsync("/me", platform.Header(token));
        }

        Assert.NotNull(ages.Instrument);
        Assert.Empty(ages.All);
    }
}
