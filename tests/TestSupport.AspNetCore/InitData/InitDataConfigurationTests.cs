using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace TestSupport;

/// <summary><c>Authentication:Schemes:{scheme}</c> and what code sets on top of it.</summary>
/// <typeparam name="TPlatform">The platform.</typeparam>
public abstract class InitDataConfigurationTests<TPlatform> : InitDataSchemeTests<TPlatform>
    where TPlatform : IInitDataPlatform
{
    private static readonly (string Setting, string Value)[] Bot = [("BotToken", TPlatform.BotToken)];

    [Fact]
    public async Task Section_of_the_scheme_is_all_that_an_application_needs()
    {
        await using var app = await StartByAsync(Bot);

        await AssertAcceptedAsync(app, Good());
        await AssertRefusedAsync(app, "InvalidProof", Refused("InvalidProof"));
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("ru-RU")]
    [InlineData("ar-SA")]
    public async Task Settings_of_all_platforms_are_read_whatever_the_culture_of_the_machine(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            var options = await ReadAsync(
            [
                .. Bot, ("Lifetime", "00:15:00.5"), ("ClockSkew", "00:00:05"), ("MaxTokenLength", "1000"), ("MaxParameters", "20"),
                ("IncludeErrorDetails", "True"),
            ]);

            Assert.Equal((TimeSpan.FromSeconds(900.5), TimeSpan.FromSeconds(5)), (options.Lifetime, options.ClockSkew));
            Assert.Equal((1000, 20, true), (options.MaxTokenLength, options.MaxParameters, options.IncludeErrorDetails));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task Settings_that_are_not_there_keep_their_defaults()
    {
        var options = await ReadAsync(Bot);

        Assert.Equal((TimeSpan.FromHours(24), TimeSpan.FromMinutes(1)), (options.Lifetime, options.ClockSkew));
        Assert.Equal((8192, 128, false), (options.MaxTokenLength, options.MaxParameters, options.IncludeErrorDetails));
        Assert.Equal(TPlatform.Issuer, options.ClaimsIssuer);
        Assert.Null(options.TokenRetriever);
    }

    [Fact]
    public async Task Settings_take_effect_on_requests()
    {
        await using var app = await StartByAsync(
        [
            .. Bot, ("Lifetime", "00:00:10"), ("ClockSkew", "00:00:02"), ("MaxParameters", "6"), ("MaxTokenLength", "700"),
            ("IncludeErrorDetails", "true"), ("AcceptBearer", "true"),
        ]);

        await AssertAcceptedAsync(app, Header(TestInitData.Aged(TPlatform.BotToken, 10)));
        Assert.Equal(TPlatform.Failure("Expired"), await FailureAsync(app, Header(TestInitData.Aged(TPlatform.BotToken, 11))));
        await AssertAcceptedAsync(app, Header(TestInitData.Aged(TPlatform.BotToken, -2)));
        Assert.Equal(TPlatform.Failure("NotYetValid"), await FailureAsync(app, Header(TestInitData.Aged(TPlatform.BotToken, -3))));

        // There are four fields, the hash included.
        await AssertAcceptedAsync(app, With(("a", "1"), ("b", "2")));
        Assert.Equal(TPlatform.Failure("Malformed"), await FailureAsync(app, With(("a", "1"), ("b", "2"), ("c", "3"))));
        var length = 700 - TestInitData.Sign(TPlatform.BotToken, 42, ("a", "")).Length;
        await AssertAcceptedAsync(app, With(("a", new string('x', length))));
        Assert.Equal(TPlatform.Failure("Malformed"), await FailureAsync(app, With(("a", new string('x', length + 1)))));

        await AssertAcceptedAsync(app, "Bearer " + TestInitData.Sign(TPlatform.BotToken));
        Assert.Contains("malformed", Assert.Single((await app.GetAsync("/me", Header("x"))).Challenges), StringComparison.Ordinal);

        static string With(params (string, string?)[] changes) => Header(TestInitData.Sign(TPlatform.BotToken, 42, changes));
    }

    [Fact]
    public async Task Code_wins_over_configuration()
    {
        await using var app = await StartByAsync([.. Bot, ("Lifetime", "00:00:10")], options =>
        {
            Assert.Equal(TimeSpan.FromSeconds(10), options.Lifetime);
            options.Lifetime = TimeSpan.FromSeconds(20);
            TPlatform.SetBotToken(options, TPlatform.OlderBotToken);
        });

        await AssertAcceptedAsync(app, Header(TestInitData.Aged(TPlatform.OlderBotToken, 20)));
        await AssertRefusedAsync(app, "InvalidProof", Good());
    }

    [Fact]
    public async Task Bots_added_in_code_stand_beside_the_one_in_configuration()
    {
        await using var app = await StartByAsync(Bot, options => TPlatform.AddBot(options, TPlatform.OtherBotToken));

        await AssertAcceptedAsync(app, Good());
        await AssertAcceptedAsync(app, Header(TestInitData.Sign(TPlatform.OtherBotToken)));
        await AssertRefusedAsync(app, "InvalidProof", Header(TestInitData.Sign(TPlatform.OlderBotToken)));
    }

    [Fact]
    public async Task Token_that_is_being_replaced_is_accepted_beside_the_new_one()
    {
        await using var inCode = await StartByAsync([], options => TPlatform.AddBot(options, TPlatform.BotToken, TPlatform.OlderBotToken));
        await using var beside = await StartByAsync(Bot, options => TPlatform.AddBot(options, TPlatform.OlderBotToken));

        foreach (var app in new[] { inCode, beside })
        {
            await AssertAcceptedAsync(app, Good());
            await AssertAcceptedAsync(app, Header(TestInitData.Sign(TPlatform.OlderBotToken)));
            await AssertRefusedAsync(app, "InvalidProof", Header(TestInitData.Sign(TPlatform.OtherBotToken)));
        }
    }

    [Fact]
    public async Task Token_that_was_replaced_is_refused()
    {
        await using var app = await StartAsync();

        await AssertAcceptedAsync(app, Good());
        await AssertRefusedAsync(app, "InvalidProof", Header(TestInitData.Sign(TPlatform.OlderBotToken)));
    }

    [Fact]
    public async Task Scheme_of_another_name_reads_the_section_of_that_name_alone()
    {
        await using var app = await TestApp.StartWithAsync(builder =>
        {
            Configure(builder, TPlatform.Scheme, [("BotToken", ""), ("Lifetime", "00:00:01")]);
            TPlatform.Add(Configure(builder, "game", Bot), "(scheme)", "game", displayName: null, _ => { });
        });

        Assert.Equal(TimeSpan.FromHours(24), TPlatform.OptionsOf(app.Services, "game").Lifetime);
        await AssertAcceptedAsync(app, Good());
    }

    [Fact]
    public async Task Clock_of_the_options_wins_over_the_one_of_the_container()
    {
        await using var app = await StartAsync(options => options.TimeProvider = new TestClock(TestApp.Now + (24 * 3600) + 1));

        await AssertExpiredAsync(app, Good());
    }

    [Fact]
    public async Task Clock_of_the_container_is_asked_anew_for_each_request()
    {
        await using var app = await StartAsync();

        app.Clock.Advance(TimeSpan.FromHours(24));
        await AssertAcceptedAsync(app, Good());
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await AssertExpiredAsync(app, Good());
    }

    protected static async Task<MiniAppOptions> ReadAsync(params (string Setting, string Value)[] settings)
    {
        await using var app = await StartByAsync(settings);
        return TPlatform.OptionsOf(app.Services, TPlatform.Scheme);
    }

    /// <summary>Starts a host by its configuration, and what code sets on top of it.</summary>
    protected static Task<TestApp> StartByAsync(
        (string Setting, string Value)[] settings, Action<MiniAppOptions>? configure = null) =>
        TestApp.StartWithAsync(builder => TPlatform.Add(
            Configure(builder, TPlatform.Scheme, settings), "(configure)", TPlatform.Scheme, displayName: null, configure ?? (_ => { })));

    private static AuthenticationBuilder Configure(
        WebApplicationBuilder builder, string scheme, params (string Setting, string Value)[] settings)
    {
        builder.Configuration.AddInMemoryCollection(
            settings.Select(setting => KeyValuePair.Create($"Authentication:Schemes:{scheme}:{setting.Setting}", (string?)setting.Value)));
        return builder.Services.AddAuthentication();
    }

    private static async Task AssertExpiredAsync(TestApp app, string header) =>
        Assert.Equal(TPlatform.Failure("Expired"), await FailureAsync(app, header));
}
