using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace TestSupport;

/// <summary>What the application can do along the way, and what it is told.</summary>
/// <typeparam name="TPlatform">The platform.</typeparam>
public abstract class InitDataEventsTests<TPlatform> : InitDataSchemeTests<TPlatform>
    where TPlatform : IInitDataPlatform
{
    [Theory]
    [InlineData("/me", "good", "received validated", 200)]
    [InlineData("/staff", "good", "received validated forbidden", 403)]
    [InlineData("/me", "bad", "received failed challenge", 401)]
    [InlineData("/open", "bad", "received failed", 200)]
    [InlineData("/me", "empty", "received challenge", 401)]
    [InlineData("/me", "none", "received challenge", 401)]
    public async Task Events_come_in_the_order_of_the_request(string path, string credentials, string expected, int status)
    {
        var journal = new List<string>();
        await using var app = await StartAsync(options => options.Events = new RecordingEvents(journal));
        var header = credentials switch { "good" => Good(), "bad" => Header("x"), "empty" => TPlatform.Word, _ => "" };
        var reply = await app.GetAsync(path, header);

        Assert.Equal(expected, string.Join(' ', journal));
        Assert.Equal(status, reply.Status);
    }

    [Fact]
    public async Task Contexts_know_the_scheme_the_options_and_the_init_data()
    {
        var seen = new List<BaseContext<MiniAppOptions>>();
        await using var app = await StartAsync(options => options.Events = new MiniAppEvents
        {
            OnMessageReceived = AddAsync,
            OnTokenValidated = AddAsync,
            OnAuthenticationFailed = AddAsync,
            OnChallenge = AddAsync,
            OnForbidden = AddAsync,
        });

        await app.GetAsync("/staff", Good());
        await app.GetAsync("/me", Refused("Expired"));

        Assert.Equal(
            [
                typeof(MessageReceivedContext), typeof(TokenValidatedContext), typeof(ForbiddenContext),
                typeof(MessageReceivedContext), typeof(AuthenticationFailedContext), typeof(MiniAppChallengeContext),
            ],
            seen.Select(context => context.GetType()));
        Assert.All(seen, context => Assert.Equal(TPlatform.Scheme, context.Scheme.Name));
        Assert.All(seen, context => Assert.Same(TPlatform.OptionsOf(app.Services, TPlatform.Scheme), context.Options));
        Assert.IsType<MiniAppExpiredException>(Assert.Single(seen.OfType<AuthenticationFailedContext>()).Exception);

        var validated = Assert.Single(seen.OfType<TokenValidatedContext>());
        Assert.Equal(42, TPlatform.UserIdOf(validated.Principal!));
        Assert.Same(TPlatform.InitDataOf(validated.Principal!), TPlatform.InitDataOf(validated));

        Task AddAsync(BaseContext<MiniAppOptions> context)
        {
            seen.Add(context);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public void Init_data_of_a_principal_from_elsewhere_is_not_to_be_had_in_the_event()
    {
        var scheme = new AuthenticationScheme(TPlatform.Scheme, null, typeof(IAuthenticationHandler));
        var context = new TokenValidatedContext(new DefaultHttpContext(), scheme, TPlatform.CreateOptions());

        Assert.Throws<InvalidOperationException>(() => TPlatform.InitDataOf(context));
        context.Principal = new ClaimsPrincipal(new ClaimsIdentity([new Claim(TPlatform.Prefix + "_user_id", "42")], "cookie"));
        Assert.Throws<InvalidOperationException>(() => TPlatform.InitDataOf(context));
        Assert.Equal("context", Assert.Throws<ArgumentNullException>(() => TPlatform.InitDataOf((TokenValidatedContext)null!)).ParamName);
    }

    [Fact]
    public async Task Principal_that_the_event_puts_in_place_is_the_user()
    {
        await using var app = await StartAsync(options => options.Events.OnTokenValidated = context =>
        {
            var name = $"own {TPlatform.UserIdOf(context.Principal!)}";
            context.Principal = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, name)], "own"));
            return Task.CompletedTask;
        });

        Assert.Equal("own 42", (await app.GetAsync("/me", Good())).Body);
    }

    [Fact]
    public async Task Events_of_a_type_are_made_by_dependency_injection()
    {
        var journal = new List<string>();
        await using var app = await TestApp.StartWithAsync(builder => Add(
            builder.Services.AddSingleton(journal).AddScoped<RecordingEvents>().AddAuthentication(),
            TPlatform.Scheme,
            options => options.EventsType = typeof(RecordingEvents)));

        await app.GetAsync("/staff", Good());
        await app.GetAsync("/me", Header("x"));

        Assert.Equal(["received", "validated", "forbidden", "received", "failed", "challenge"], journal);
    }

    [Fact]
    public async Task Token_of_the_first_event_is_verified_instead_of_the_one_in_the_header()
    {
        string? token = null;
        await using var app = await StartAsync(options => options.Events.OnMessageReceived = context =>
        {
            context.Token = token;
            return Task.CompletedTask;
        });

        await AssertAcceptedAsync(app, Good());
        token = TestInitData.Sign(TPlatform.BotToken, 43);
        await AssertAcceptedAsync(app, Good(), userId: 43);
        token = "x";
        await AssertRefusedAsync(app, "Malformed", Good());
        token = "";
        await AssertNoCredentialsAsync(app, Good());
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("a.b.c", null)]
    [InlineData(" ", "Malformed")]
    [InlineData("Expired", "Expired")]
    [InlineData("good", "None")]
    public async Task Token_retriever_replaces_the_header(string? found, string? expected)
    {
        var token = found switch
        {
            "good" => TestInitData.Sign(TPlatform.BotToken, 43),
            "Expired" => TestInitData.Refused(TPlatform.BotToken, found),
            _ => found,
        };
        await using var app = await StartAsync(options => options.TokenRetriever = _ => token);

        // The header names another user, so that reading it would be seen.
        var result = await app.AuthenticateAsync(Good());

        Assert.Equal(expected is null, result.None);
        Assert.Equal(expected is "None" ? 43 : null, result.Principal is { } user ? TPlatform.UserIdOf(user) : null);
        Assert.Equal(expected is null or "None" ? null : TPlatform.Failure(expected), (result.Failure as MiniAppException)?.Failure);
    }
}
