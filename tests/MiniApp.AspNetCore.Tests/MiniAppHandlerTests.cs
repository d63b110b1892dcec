using System.Security.Claims;

namespace MiniApp.AspNetCore.Tests;

/// <summary>What every platform's scheme says of a token, and that it says the same whether or not the application listens.</summary>
public class MiniAppHandlerTests
{
    private static readonly (string Token, Type Failure)[] Refusals =
    [
        ("expired", typeof(MiniAppExpiredException)),
        ("not yet valid", typeof(MiniAppNotYetValidException)),
        ("forged", typeof(MiniAppInvalidSignatureException)),
        ("no user", typeof(MiniAppNoUserException)),
        ("malformed", typeof(MiniAppMalformedException)),
    ];

    public static TheoryData<string> Platforms => PlatformScheme.Names;

    public static MatrixTheoryData<string, string> RefusedTokens =>
        new(Platforms.Select(row => row.Data), Refusals.Select(pair => pair.Token));

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Good_token_signs_in_the_user_whom_it_names(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var silent = await platform.StartAsync();
        await using var listening = await platform.StartAsync(Listen);

        foreach (var app in new[] { silent, listening })
        {
            var result = await app.AuthenticateAsync(platform.Header(platform.Good()));
            var user = result.Principal!;

            Assert.True(result.Succeeded);
            Assert.Equal((name, name), (result.Ticket.AuthenticationScheme, user.Identity?.AuthenticationType));
            Assert.Equal(platform.NameIdentifier(42), user.FindFirstValue(ClaimTypes.NameIdentifier));
            Assert.Equal(42, platform.FindUserId(user));
            Assert.True(platform.HasLaunch(user));
            Assert.Equal(platform.NameIdentifier(42), (await app.GetAsync("/me", platform.Header(platform.Good()))).Body);
        }
    }

    [Theory]
    [MemberData(nameof(RefusedTokens))]
    public async Task Refused_token_has_the_exception_of_its_reason(string name, string token)
    {
        var platform = PlatformScheme.Of(name);
        var header = platform.Header(Token(platform, token));
        await using var silent = await platform.StartAsync();
        await using var listening = await platform.StartAsync(Listen);
        var result = await silent.AuthenticateAsync(header);

        Assert.IsType(Refusals.Single(pair => pair.Token == token).Failure, result.Failure);
        Assert.Same(result.Failure, (await listening.AuthenticateAsync(header)).Failure);
        foreach (var app in new[] { silent, listening })
        {
            var reply = await app.GetAsync("/me", header);
            Assert.Equal((401, ""), (reply.Status, reply.Body));
        }
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Request_without_a_token_of_the_scheme_has_no_verdict(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var silent = await platform.StartAsync();
        await using var listening = await platform.StartAsync(Listen);

        foreach (var app in new[] { silent, listening })
        {
            Assert.True((await app.AuthenticateAsync()).None);
            Assert.True((await app.AuthenticateAsync("Basic " + platform.Good())).None);
            Assert.True((await app.AuthenticateAsync(platform.Header("a.b.c"))).None);
            Assert.Equal(200, (await app.GetAsync("/open", platform.Header(platform.Forged()))).Status);
        }
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Token_is_good_to_the_last_second_by_the_clock_of_the_options(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await platform.StartAsync(options => options.Lifetime = TimeSpan.FromSeconds(5));
        var clock = (TestClock)platform.OptionsOf(app.Services).TimeProvider!;
        var header = platform.Header(platform.Good());

        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.True((await app.AuthenticateAsync(header)).Succeeded);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.IsType<MiniAppExpiredException>((await app.AuthenticateAsync(header)).Failure);
    }

    private static string Token(PlatformScheme platform, string token) => token switch
    {
        "expired" => platform.Expired(),
        "not yet valid" => platform.NotYetValid(),
        "forged" => platform.Forged(),
        "no user" => platform.NoUser(),
        _ => "not base64, not a query",
    };

    private static void Listen(MiniAppOptions options) => options.Events = new MiniAppEvents
    {
        OnMessageReceived = _ => Task.CompletedTask,
        OnTokenValidated = _ => Task.CompletedTask,
        OnAuthenticationFailed = _ => Task.CompletedTask,
    };
}
