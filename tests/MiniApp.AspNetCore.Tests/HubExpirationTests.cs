using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using ShopMiniApp.AspNetCore;

namespace MiniApp.AspNetCore.Tests;

/// <summary>A ticket that says when its launch ends, and what SignalR makes of it.</summary>
public sealed class HubExpirationTests
{
    public static TheoryData<string> Platforms => PlatformScheme.Names;

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Ticket_names_no_end_by_default(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await platform.StartAsync();

        Assert.Null((await app.AuthenticateAsync(platform.Header(platform.Good()))).Properties!.ExpiresUtc);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Ticket_ends_when_the_launch_does_where_the_options_ask_for_it(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await platform.StartAsync(options => options.IncludeExpiration = true);
        await using var listening = await platform.StartAsync(options =>
        {
            options.IncludeExpiration = true;
            options.Events.OnTokenValidated = _ => Task.CompletedTask;
        });

        foreach (var host in new[] { app, listening })
        {
            var end = (await host.AuthenticateAsync(platform.Header(platform.Good()))).Properties!.ExpiresUtc;
            Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(PlatformScheme.Now) + platform.Lifetime, end);
        }
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Life_beyond_the_calendar_ends_with_it(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await platform.StartAsync(options => (options.IncludeExpiration, options.Lifetime) = (true, TimeSpan.MaxValue));

        var result = await app.AuthenticateAsync(platform.Header(platform.Good()));
        Assert.True(result.Succeeded);
        Assert.Equal(DateTimeOffset.MaxValue.ToUnixTimeSeconds(), result.Properties?.ExpiresUtc?.ToUnixTimeSeconds());
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Hub_closes_the_connection_of_a_launch_that_has_expired(string name)
    {
        // The scheme's clock stands, and SignalR's is this machine's: to SignalR, the launch has long since expired.
        var platform = PlatformScheme.Of(name);
        await using var app = await TestApp.StartWithAsync(
            builder =>
            {
                platform.AddTo(builder.Services.AddAuthentication(), options => options.IncludeExpiration = true);
                builder.Services.AddSignalR();
            },
            app =>
            {
                app.MapHub<GuardedHub>("/closing", options => options.CloseOnAuthenticationExpiration = true)
                    .RequireAuthorization(policy => policy.AddAuthenticationSchemes(name).RequireAuthenticatedUser());
                app.MapHub<GuardedHub>("/lasting");
            });
        using var client = app.CreateClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", platform.Header(platform.Good()));

        var lasting = await HubConnection.OpenAsync(client, "/lasting");
        await HubConnection.OpenUntilClosedAsync(client, "/closing");
        Assert.Equal(platform.NameIdentifier(42), (string?)(await lasting.InvokeAsync("WhoAmI"))["result"]);
    }

    [Fact]
    public async Task Hub_that_takes_a_launch_and_demands_no_user_closes_its_connection_too()
    {
        // The framework's middleware signs nobody in: the endpoint does, because the hub takes a launch.
        var platform = PlatformScheme.Of("ShopMiniApp");
        await using var app = await TestApp.StartWithAsync(
            builder =>
            {
                platform.AddTo(builder.Services.AddAuthentication().AddCookie(), options => options.IncludeExpiration = true);
                builder.Services.AddSignalR();
            },
            app =>
            {
                app.MapHub<TakingHub>("/closing", options => options.CloseOnAuthenticationExpiration = true);
                app.MapHub<TakingHub>("/lasting");
            });
        using var client = app.CreateClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", platform.Header(platform.Good()));

        var lasting = await HubConnection.OpenAsync(client, "/lasting");
        await HubConnection.OpenUntilClosedAsync(client, "/closing");
        Assert.Equal("42", (string?)(await lasting.InvokeAsync("WhoAmI"))["result"]);
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData(null, 5, 5)]
    [InlineData(5, null, 5)]
    [InlineData(5, 6, 5)]
    [InlineData(6, 5, 5)]
    public void User_put_together_of_two_sign_ins_ends_with_the_first_of_them(int? before, int? launch, int? end)
    {
        var (other, own) = (new ClaimsPrincipal(new ClaimsIdentity("cookie")), new ClaimsPrincipal(new ClaimsIdentity("launch")));
        var context = new DefaultHttpContext { User = other };
        context.Features.Set<IAuthenticateResultFeature>(new KeptSignIn { AuthenticateResult = Result(other, before) });

        KeptSignIn.Begin(context, own, Result(own, launch));
        var kept = context.Features.GetRequiredFeature<IAuthenticateResultFeature>().AuthenticateResult;

        Assert.Same(own, context.User);
        Assert.Equal(end, kept?.Properties?.ExpiresUtc?.ToUnixTimeSeconds());
        if (end is not null)
        {
            Assert.Same(own, kept?.Principal);
        }

        static AuthenticateResult Result(ClaimsPrincipal user, int? end) => AuthenticateResult.Success(new(
            user, new AuthenticationProperties { ExpiresUtc = end is { } second ? DateTimeOffset.FromUnixTimeSeconds(second) : null }, "scheme"));
    }

    private sealed class TakingHub(ShopLaunch launch) : Hub
    {
        public string WhoAmI() => $"{launch.UserId}";
    }

    [Authorize]
    private sealed class GuardedHub : Hub
    {
        public string? WhoAmI() => Context.UserIdentifier;
    }
}
