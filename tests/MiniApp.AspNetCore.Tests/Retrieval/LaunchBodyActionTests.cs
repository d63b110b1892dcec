using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Actions of controllers that take a launch from the body.</summary>
public sealed class LaunchBodyActionTests
{
    [Fact]
    public async Task Action_takes_the_launch_of_a_body_and_binds_the_rest()
    {
        var platform = PlatformScheme.Of("TelegramMiniApp");
        await using var app = await LaunchApp.StartAsync(
            build: builder => builder.Services.AddControllers().AddApplicationPart(typeof(LaunchBodyActionTests).Assembly),
            map: app => app.MapControllers());
        using var client = app.CreateClient();

        using var answer = await client.PostAsync("/body-actions/sign-in", BodyApp.JsonOf(platform.Header(platform.Good())));
        Assert.Equal((HttpStatusCode.OK, "Ada: telegram:42"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));

        using var refused = await client.PostAsync("/body-actions/sign-in", BodyApp.JsonOf(platform.Header(platform.Expired())));
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Contains(refused.Headers.WwwAuthenticate, challenge => challenge.ToString().Contains("reason=\"expired\"", StringComparison.Ordinal));

        using var broken = await client.PostAsync("/body-actions/sign-in", BodyApp.Content("{", BodyApp.Json));
        Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
        Assert.Contains("The body must be JSON in UTF-8.", await broken.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}

[ApiController]
[Route("body-actions")]
[TakeLaunchFromBody("launch")]
public sealed class BodyActionsController : ControllerBase
{
    [Authorize]
    [HttpPost("sign-in")]
    public string SignIn(Dictionary<string, string> body) => $"{body["name"]}: {User.FindFirstValue(ClaimTypes.NameIdentifier)}";
}
