using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace TestSupport;

/// <summary>The five ways to add a scheme.</summary>
/// <typeparam name="TPlatform">The platform.</typeparam>
public abstract class InitDataExtensionsTests<TPlatform> : InitDataSchemeTests<TPlatform>
    where TPlatform : IInitDataPlatform
{
    [Theory]
    [InlineData("()", false, false)]
    [InlineData("(scheme)", true, false)]
    [InlineData("(configure)", false, false)]
    [InlineData("(scheme, configure)", true, false)]
    [InlineData("(scheme, name, configure)", true, true)]
    public async Task Overload_registers_the_handler_under_its_names(string overload, bool isNamed, bool isDisplayed)
    {
        await using var services = Services(builder => Assert.Same(builder, AddBy(builder, overload)));
        var schemes = services.GetRequiredService<IAuthenticationSchemeProvider>();
        var scheme = Assert.Single(await schemes.GetAllSchemesAsync());

        Assert.Equal((isNamed ? "own" : TPlatform.Scheme, isDisplayed ? "for people" : null), (scheme.Name, scheme.DisplayName));
        Assert.Equal($"{TPlatform.Scheme}.AspNetCore.{TPlatform.Scheme}Handler", scheme.HandlerType.FullName);
        Assert.Same(scheme, await schemes.GetDefaultAuthenticateSchemeAsync());
        Assert.Same(scheme, await schemes.GetDefaultChallengeSchemeAsync());
    }

    [Theory]
    [InlineData("(configure)", false)]
    [InlineData("(scheme, configure)", true)]
    [InlineData("(scheme, name, configure)", true)]
    public async Task Overload_with_options_applies_them_to_its_scheme(string overload, bool isNamed)
    {
        await using var services = Services(builder => AddBy(builder, overload));

        Assert.Equal(77, TPlatform.OptionsOf(services, isNamed ? "own" : TPlatform.Scheme).MaxTokenLength);
    }

    [Theory]
    [InlineData("()")]
    [InlineData("(scheme)")]
    [InlineData("(configure)")]
    [InlineData("(scheme, configure)")]
    [InlineData("(scheme, name, configure)")]
    public void No_builder_is_a_fault_of_the_caller(string overload) =>
        Assert.Equal("builder", Assert.Throws<ArgumentNullException>(() => AddBy(null!, overload)).ParamName);

    [Fact]
    public async Task Two_schemes_keep_their_own_bots()
    {
        await using var app = await TestApp.StartWithAsync(builder =>
        {
            Add(builder.Services.AddAuthentication(), "one");
            Add(builder.Services.AddAuthentication(), "two", options => TPlatform.SetBotToken(options, TPlatform.OtherBotToken));
        });
        var ofOne = Good();
        var ofTwo = Header(TestInitData.Sign(TPlatform.OtherBotToken));

        Assert.True((await app.AuthenticateBySchemeAsync("one", ofOne)).Succeeded);
        Assert.True((await app.AuthenticateBySchemeAsync("two", ofTwo)).Succeeded);
        Assert.IsType<MiniAppInvalidSignatureException>((await app.AuthenticateBySchemeAsync("one", ofTwo)).Failure);
        Assert.IsType<MiniAppInvalidSignatureException>((await app.AuthenticateBySchemeAsync("two", ofOne)).Failure);
    }

    [Fact]
    public async Task Same_scheme_can_not_be_added_twice()
    {
        await using var services = Services(builder => AddBy(AddBy(builder, "(configure)"), "(configure)"));

        Assert.Throws<InvalidOperationException>(services.GetRequiredService<IAuthenticationSchemeProvider>);
    }

    private static AuthenticationBuilder AddBy(AuthenticationBuilder builder, string overload) =>
        TPlatform.Add(builder, overload, "own", "for people", options =>
        {
            TPlatform.AddBot(options, TPlatform.BotToken);
            options.MaxTokenLength = 77;
        });

    private static ServiceProvider Services(Action<AuthenticationBuilder> add)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationManager());
        add(services.AddLogging().AddAuthentication());
        return services.BuildServiceProvider(validateScopes: true);
    }
}
