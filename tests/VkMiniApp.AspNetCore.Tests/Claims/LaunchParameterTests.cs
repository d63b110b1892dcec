using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace VkMiniApp.AspNetCore.Tests;

/// <summary>A handler or an action takes the launch as a parameter; the real server answers for what is wrong.</summary>
public sealed class LaunchParameterTests : IAsyncLifetime
{
    private readonly LogCollector _log = new();
    private readonly WebApplication _app;
    private readonly HttpClient _client = new();

    public LaunchParameterTests() => _app = Create(_log);

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync();
        _client.BaseAddress = new Uri(_app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Theory]
    [InlineData("/handler")]
    [InlineData("/launch-action")]
    [InlineData("/careless")]
    public async Task Launch_that_signed_the_user_in_is_the_parameter(string path)
    {
        using var answer = await AskAsync(path, "Bearer " + TestLaunch.Token(42));

        Assert.Equal((HttpStatusCode.OK, "42"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Endpoint_that_was_left_anonymous_challenges_as_one_that_demands_a_user()
    {
        using var answer = await AskAsync("/careless", authorization: null);

        Assert.Equal((HttpStatusCode.Unauthorized, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        Assert.Empty(_log.Warnings);
    }

    [Fact]
    public async Task User_of_another_scheme_is_answered_403_and_the_log_says_why()
    {
        using var answer = await AskAsync("/other", authorization: null);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains(_log.Entries, entry => entry.Level == LogLevel.Information
            && entry.Message == "HTTP: GET /other takes VkLaunchParams, and the user was signed in by something else.");
    }

    [Theory]
    [InlineData("/handler")]
    [InlineData("/launch-action")]
    public async Task Endpoint_that_demands_a_user_answers_401_as_ever(string path)
    {
        using var answer = await AskAsync(path, authorization: null);

        Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), (answer.StatusCode, answer.Headers.WwwAuthenticate.ToString()));
    }

    [Fact]
    public void Outside_of_a_request_there_is_no_launch() => Assert.Null(_app.Services.GetService<VkLaunchParams>());

    private static WebApplication Create(LogCollector log)
    {
        var app = TestApp.Build(
            builder =>
            {
                builder.WebHost.UseUrls("http://127.0.0.1:0");
                builder.Logging.AddProvider(log);
                builder.Services.AddAuthentication().AddVkMiniApp(options => options.AddApp(TestLaunch.AppId, TestLaunch.Secret));
                builder.Services.AddControllers().AddApplicationPart(typeof(LaunchParameterTests).Assembly);
            },
            kestrel: true);

        app.Use((context, next) =>
        {
            context.User = context.Request.Path == "/other" ? new ClaimsPrincipal(new ClaimsIdentity("cookie")) : context.User;
            return next(context);
        });
        app.MapGet("/handler", (VkLaunchParams launch) => launch.UserId).RequireAuthorization();
        app.MapGet("/careless", (VkLaunchParams launch) => launch.UserId);
        app.MapGet("/other", (VkLaunchParams launch) => launch.UserId);
        app.MapControllers();
        return app;
    }

    private async Task<HttpResponseMessage> AskAsync(string path, string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return await _client.SendAsync(request);
    }
}

/// <summary>An action with a launch as its parameter.</summary>
[ApiController]
[Authorize]
public sealed class LaunchController : ControllerBase
{
    [HttpGet("/launch-action")]
    public long Get(VkLaunchParams launch) => launch.UserId;
}
