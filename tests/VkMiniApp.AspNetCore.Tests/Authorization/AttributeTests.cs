using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace VkMiniApp.AspNetCore.Tests;

/// <summary>The same demands as attributes, on handlers of endpoints and on actions.</summary>
public sealed class AttributeTests : IAsyncLifetime
{
    private static readonly string Token = TestLaunch.Token(new VkLaunchParamsDescriptor
    {
        UserId = 42,
        Platform = VkPlatform.MobileAndroid,
        Language = "ru",
        Scopes = ["friends", "photos"],
        GroupId = 7,
        ViewerGroupRole = VkGroupRole.Editor,
        Timestamp = TestLaunch.At(TestLaunch.Now - 300),
    });

    private TestApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await TestApp.StartWithAsync(
        builder =>
        {
            builder.Services.AddAuthentication().AddVkMiniApp(options => options.AddApp(TestLaunch.AppId, TestLaunch.Secret));
            builder.Services.AddControllers().AddApplicationPart(typeof(AttributeTests).Assembly);
        },
        Map);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("/user", 200)]
    [InlineData("/user/42", 200)]
    [InlineData("/user/43", 403)]
    [InlineData("/app", 200)]
    [InlineData("/app/other", 403)]
    [InlineData("/platform", 200)]
    [InlineData("/platform/other", 403)]
    [InlineData("/language", 200)]
    [InlineData("/language/other", 403)]
    [InlineData("/scope", 200)]
    [InlineData("/scope/other", 403)]
    [InlineData("/role", 200)]
    [InlineData("/role/other", 403)]
    [InlineData("/role/here", 200)]
    [InlineData("/role/there", 403)]
    [InlineData("/role/of/7", 200)]
    [InlineData("/role/of/8", 403)]
    [InlineData("/age/5", 200)]
    [InlineData("/age/4", 401)]
    [InlineData("/all", 200)]
    [InlineData("/all/but", 403)]
    [InlineData("/action", 200)]
    [InlineData("/action/other", 403)]
    public async Task Endpoint_is_open_to_the_launch_that_meets_it(string path, int status)
    {
        Assert.Equal(status, (await _app.GetAsync(path, "Bearer " + Token)).Status);
        Assert.Equal((401, "Bearer"), (await _app.GetAsync(path)) is { Challenges: [var challenge] } reply ? (reply.Status, challenge) : default);
    }

    [Fact]
    public void Attribute_shows_what_it_was_made_with()
    {
        Assert.Equal([1, 2], new RequireVkUserAttribute(1, 2).UserIds);
        Assert.Equal([1, 2], new RequireVkAppAttribute(1, 2).AppIds);
        Assert.Equal(["a"], new RequireVkPlatformAttribute("a").Platforms);
        Assert.Equal(["a"], new RequireVkLanguageAttribute("a").Languages);
        Assert.Equal(["a"], new RequireVkScopeAttribute("a").Scopes);
        Assert.Equal(["a"], new RequireVkGroupRoleAttribute("a").GroupRoles);
        Assert.Equal(5, new RequireVkLaunchWithinAttribute(5).Minutes);
    }

    [Fact]
    public void Community_is_named_once()
    {
        var attribute = new RequireVkGroupRoleAttribute("admin") { GroupId = 7, RouteParameter = "group" };

        Assert.Equal(
            "GroupId and RouteParameter can't both name the community.",
            Assert.Throws<InvalidOperationException>(() => attribute.GetRequirements()).Message);
    }

    private static void Map(WebApplication app)
    {
        app.MapGet("/user", [RequireVkUser] () => "");
        app.MapGet("/user/42", [RequireVkUser(42)] () => "");
        app.MapGet("/user/43", [RequireVkUser(43)] () => "");
        app.MapGet("/app", [RequireVkApp(TestLaunch.AppId)] () => "");
        app.MapGet("/app/other", [RequireVkApp(1)] () => "");
        app.MapGet("/platform", [RequireVkPlatform("mobile_android", "mobile_web")] () => "");
        app.MapGet("/platform/other", [RequireVkPlatform("mobile_web")] () => "");
        app.MapGet("/language", [RequireVkLanguage("ru")] () => "");
        app.MapGet("/language/other", [RequireVkLanguage("en")] () => "");
        app.MapGet("/scope", [RequireVkScope("photos")] () => "");
        app.MapGet("/scope/other", [RequireVkScope("photos", "market")] () => "");
        app.MapGet("/role", [RequireVkGroupRole("editor")] () => "");
        app.MapGet("/role/other", [RequireVkGroupRole("admin")] () => "");
        app.MapGet("/role/here", [RequireVkGroupRole("editor", GroupId = 7)] () => "");
        app.MapGet("/role/there", [RequireVkGroupRole("editor", GroupId = 8)] () => "");
        app.MapGet("/role/of/{group}", [RequireVkGroupRole("editor", RouteParameter = "group")] () => "");
        app.MapGet("/age/5", [RequireVkLaunchWithin(5)] () => "");
        app.MapGet("/age/4", [RequireVkLaunchWithin(4)] () => "");
        app.MapGet("/all", [RequireVkUser][RequireVkLanguage("ru")][RequireVkScope("friends")][RequireVkScope("photos")] () => "");
        app.MapGet("/all/but", [RequireVkUser][RequireVkLanguage("ru")][RequireVkScope("friends")][RequireVkScope("market")] () => "");
        app.MapControllers();
    }
}

/// <summary>Actions with demands.</summary>
[RequireVkUser]
public sealed class DemandingController : ControllerBase
{
    [HttpGet("/action")]
    [RequireVkLanguage("ru")]
    public IActionResult Get() => Ok();

    [HttpGet("/action/other")]
    [RequireVkLanguage("en")]
    public IActionResult GetOther() => Ok();
}
