using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace VkMiniApp.AspNetCore.Tests;

/// <summary>The five ways to add a scheme.</summary>
public class VkMiniAppExtensionsTests
{
    public static TheoryData<string, string, string?> Overloads => new()
    {
        { "()", "VkMiniApp", null },
        { "(scheme)", "own", null },
        { "(configure)", "VkMiniApp", null },
        { "(scheme, configure)", "own", null },
        { "(scheme, name, configure)", "own", "VK mini app" },
    };

    [Theory]
    [MemberData(nameof(Overloads))]
    public async Task Overload_registers_the_handler_under_its_names(string overload, string name, string? displayName)
    {
        await using var services = Services(builder => Assert.Same(builder, Add(builder, overload)));
        var schemes = services.GetRequiredService<IAuthenticationSchemeProvider>();
        var scheme = Assert.Single(await schemes.GetAllSchemesAsync());

        Assert.Equal((name, displayName), (scheme.Name, scheme.DisplayName));
        Assert.Equal("VkMiniApp.AspNetCore.VkMiniAppHandler", scheme.HandlerType.FullName);
        Assert.Same(scheme, await schemes.GetDefaultAuthenticateSchemeAsync());
        Assert.Same(scheme, await schemes.GetDefaultChallengeSchemeAsync());
    }

    [Theory]
    [InlineData("(configure)", "VkMiniApp")]
    [InlineData("(scheme, configure)", "own")]
    [InlineData("(scheme, name, configure)", "own")]
    public async Task Overload_with_options_applies_them_to_its_scheme(string overload, string name)
    {
        await using var services = Services(builder => Add(builder, overload));

        Assert.Equal(77, services.GetRequiredService<IOptionsMonitor<VkMiniAppOptions>>().Get(name).MaxTokenLength);
    }

    [Theory]
    [InlineData("()")]
    [InlineData("(scheme)")]
    [InlineData("(configure)")]
    [InlineData("(scheme, configure)")]
    [InlineData("(scheme, name, configure)")]
    public void No_builder_is_a_fault_of_the_caller(string overload) =>
        Assert.Equal("builder", Assert.Throws<ArgumentNullException>(() => Add(null!, overload)).ParamName);

    [Fact]
    public async Task Two_schemes_keep_their_own_options()
    {
        await using var services = Services(builder => builder
            .AddVkMiniApp("one", options => options.AddApp(1, "key of one"))
            .AddVkMiniApp("two", options =>
            {
                options.AppId = 2;
                options.AppSecret = "key of two";
            }));
        var options = services.GetRequiredService<IOptionsMonitor<VkMiniAppOptions>>();
        var schemes = await services.GetRequiredService<IAuthenticationSchemeProvider>().GetAllSchemesAsync();

        Assert.Equal("one two", string.Join(' ', schemes.Select(scheme => scheme.Name)));
        Assert.Equal((null, 2L), (options.Get("one").AppId, options.Get("two").AppId));
    }

    [Fact]
    public async Task Adding_a_second_scheme_reads_and_judges_the_settings_once()
    {
        await using var services = Services(builder => builder
            .AddVkMiniApp("one", options => options.AddApp(1, "key"))
            .AddVkMiniApp("two", options => options.AppId = 2));
        var options = services.GetRequiredService<IOptionsMonitor<VkMiniAppOptions>>();

        Assert.Single(Assert.Throws<OptionsValidationException>(() => options.Get("two")).Failures);
    }

    [Fact]
    public async Task Code_of_the_first_of_two_schemes_wins_over_its_configuration()
    {
        await using var services = Services(
            builder => builder
                .AddVkMiniApp("one", options =>
                {
                    options.AddApp(1, "key");
                    options.Lifetime = TimeSpan.FromSeconds(20);
                })
                .AddVkMiniApp("two", options => options.AddApp(2, "key")),
            ("one:Lifetime", "00:00:10"),
            ("two:Lifetime", "00:00:30"));
        var options = services.GetRequiredService<IOptionsMonitor<VkMiniAppOptions>>();

        Assert.Equal((20, 30), (options.Get("one").Lifetime.TotalSeconds, options.Get("two").Lifetime.TotalSeconds));
    }

    [Fact]
    public async Task Same_scheme_can_not_be_added_twice()
    {
        await using var services = Services(builder => builder
            .AddVkMiniApp(options => options.AddApp(1, "key"))
            .AddVkMiniApp(options => options.AddApp(1, "key")));

        Assert.Throws<InvalidOperationException>(services.GetRequiredService<IAuthenticationSchemeProvider>);
    }

    [Fact]
    public void Names_of_the_defaults_are_promises()
    {
        Assert.Equal("VkMiniApp", VkMiniAppDefaults.AuthenticationScheme);
        Assert.Equal("VK", VkMiniAppDefaults.Issuer);
    }

    private static AuthenticationBuilder Add(AuthenticationBuilder builder, string overload) => overload switch
    {
        "()" => builder.AddVkMiniApp(),
        "(scheme)" => builder.AddVkMiniApp("own"),
        "(configure)" => builder.AddVkMiniApp(Set),
        "(scheme, configure)" => builder.AddVkMiniApp("own", Set),
        "(scheme, name, configure)" => builder.AddVkMiniApp("own", "VK mini app", Set),
        _ => throw new ArgumentOutOfRangeException(nameof(overload)),
    };

    private static void Set(VkMiniAppOptions options)
    {
        options.AddApp(1, "key");
        options.MaxTokenLength = 77;
    }

    private static ServiceProvider Services(Action<AuthenticationBuilder> add, params (string Setting, string Value)[] settings)
    {
        var configuration = new ConfigurationManager();
        Array.ForEach(settings, set => configuration[$"Authentication:Schemes:{set.Setting}"] = set.Value);
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        add(services.AddLogging().AddAuthentication());
        return services.BuildServiceProvider(validateScopes: true);
    }
}
