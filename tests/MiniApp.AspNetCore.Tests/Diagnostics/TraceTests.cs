using System.Diagnostics;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore.Tests;

/// <summary>The tags that a request's activity gets.</summary>
public class TraceTests
{
    public static TheoryData<string> Platforms => PlatformScheme.Names;

    [Theory]
    [InlineData("VkMiniApp", "miniapp.app.id=6736218 miniapp.client=desktop_web miniapp.platform=vk")]
    [InlineData("TelegramMiniApp", "miniapp.app.id=51000001 miniapp.platform=telegram")]
    [InlineData("MaxMiniApp", "miniapp.platform=max")]
    [InlineData("ShopMiniApp", "miniapp.app.id=7 miniapp.platform=shop")]
    public async Task Accepted_launch_is_told_without_anything_about_the_person(string name, string tags)
    {
        var platform = PlatformScheme.Of(name);

        Assert.Equal(tags, Tags(await TraceAsync(platform, platform.Good())));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task User_is_told_where_the_options_allow_it(string name)
    {
        var platform = PlatformScheme.Of(name);
        var activity = await TraceAsync(platform, platform.Good(), options => options.IncludeUserIdInTraces = true);

        Assert.Equal(platform.NameIdentifier(42), activity!.GetTagItem("enduser.id"));
        Assert.DoesNotContain("enduser.id", Tags(await TraceAsync(platform, platform.Good())), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "enduser.id",
            Tags(await TraceAsync(platform, platform.Expired(), options => options.IncludeUserIdInTraces = true)),
            StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Refused_launch_is_told_with_its_reason_alone(string name)
    {
        var platform = PlatformScheme.Of(name);

        Assert.Equal("miniapp.refusal=Expired", Tags(await TraceAsync(platform, platform.Expired())));
        Assert.Equal("miniapp.refusal=" + platform.ForgedFailure, Tags(await TraceAsync(platform, platform.Forged())));
        Assert.Equal("miniapp.refusal=Malformed", Tags(await TraceAsync(platform, "x")));
        Assert.Equal("", Tags(await TraceAsync(platform, "a.b.c")));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Activity_that_nobody_keeps_gets_no_tags(string name)
    {
        var platform = PlatformScheme.Of(name);

        Assert.Equal("", Tags(await TraceAsync(platform, platform.Good(), sampling: ActivitySamplingResult.PropagationData)));
        Assert.Equal("", Tags(await TraceAsync(platform, platform.Forged(), sampling: ActivitySamplingResult.PropagationData)));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Request_without_an_activity_is_authenticated_all_the_same(string name)
    {
        var platform = PlatformScheme.Of(name);

        Assert.Null(await TraceAsync(platform, platform.Good(), sampling: ActivitySamplingResult.None));
        Assert.Null(await TraceAsync(platform, platform.Forged(), sampling: ActivitySamplingResult.None));
    }

    /// <summary>Has a launch verified inside an activity of the application's own, and returns the one of the request.</summary>
    private static async Task<Activity?> TraceAsync(
        PlatformScheme platform,
        string token,
        Action<MiniAppOptions>? configure = null,
        ActivitySamplingResult sampling = ActivitySamplingResult.AllData)
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => sampling,
        };
        ActivitySource.AddActivityListener(listener);
        Activity? traced = null;
        var verdict = "";
        await using var app = await TestApp.StartWithAsync(
            builder => platform.AddTo(builder.Services.AddAuthentication("none").AddCookie("none"), configure),
            app => app.MapGet("/trace", async context =>
            {
                using var inner = new Activity("inner").Start();
                var result = await context.AuthenticateAsync(platform.Name);
                verdict = result.Succeeded ? "accepted" : result.None ? "none" : "refused";
                traced = context.Features.Get<IHttpActivityFeature>()?.Activity;
                Assert.Empty(inner.TagObjects);
            }));

        await app.GetAsync("/trace", platform.Header(token));

        Assert.Equal(token == platform.Good() ? "accepted" : token == "a.b.c" ? "none" : "refused", verdict);
        return traced;
    }

    /// <summary>The tags that are ours, beside those of the framework.</summary>
    private static string Tags(Activity? activity)
    {
        Assert.NotNull(activity);
        return string.Join(' ', activity.TagObjects
            .Where(tag => tag.Key.Split('.')[0] is "miniapp" or "enduser")
            .Select(tag => $"{tag.Key}={tag.Value}")
            .Order(StringComparer.Ordinal));
    }
}
