using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace VkMiniApp.AspNetCore.Tests;

/// <summary>A host whose settings could verify no launch does not start, and says why without giving a secret away.</summary>
public class StartupTests
{
    private const string SecretPart = "hush-hush";

    [Theory]
    [InlineData("AppId", null, "AppId is missing.")]
    [InlineData("AppId", "", "AppId is not a valid Int64. It is written as decimal digits.")]
    [InlineData("AppId", "abc", "AppId is not a valid Int64. It is written as decimal digits.")]
    [InlineData("AppId", "67 36", "AppId is not a valid Int64. It is written as decimal digits.")]
    [InlineData("AppId", "9223372036854775808", "AppId is not a valid Int64. It is written as decimal digits.")]
    [InlineData("AppId", SecretPart, "AppId is not a valid Int64. It is written as decimal digits.")]
    [InlineData("AppId", "0", "AppId must be above 0.")]
    [InlineData("AppId", "-1", "AppId must be above 0.")]
    [InlineData("AppSecret", null, "AppSecret is missing.")]
    [InlineData("AppSecret", "", "AppSecret is empty.")]
    [InlineData("AppSecret", " \t ", "AppSecret is empty.")]
    [InlineData("Lifetime", "abc", "Lifetime is not a valid TimeSpan. It is written as hh:mm:ss or d.hh:mm:ss, such as 00:15:00 for a quarter of an hour.")]
    [InlineData("Lifetime", "", "Lifetime is not a valid TimeSpan. It is written as hh:mm:ss or d.hh:mm:ss, such as 00:15:00 for a quarter of an hour.")]
    [InlineData("Lifetime", "3600", "Lifetime is not a valid TimeSpan. It is written as hh:mm:ss or d.hh:mm:ss, such as 00:15:00 for a quarter of an hour.")]
    [InlineData("Lifetime", "24:00:00", "Lifetime is not a valid TimeSpan. It is written as hh:mm:ss or d.hh:mm:ss, such as 00:15:00 for a quarter of an hour.")]
    [InlineData("Lifetime", "-00:00:01", "Lifetime must not be negative.")]
    [InlineData("ClockSkew", "1 minute", "ClockSkew is not a valid TimeSpan. It is written as hh:mm:ss or d.hh:mm:ss, such as 00:15:00 for a quarter of an hour.")]
    [InlineData("ClockSkew", "60", "ClockSkew is not a valid TimeSpan. It is written as hh:mm:ss or d.hh:mm:ss, such as 00:15:00 for a quarter of an hour.")]
    [InlineData("ClockSkew", "-00:00:01", "ClockSkew must not be negative.")]
    [InlineData("MaxTokenLength", "abc", "MaxTokenLength is not a valid Int32. It is written as decimal digits.")]
    [InlineData("MaxTokenLength", "0", "MaxTokenLength must be from 1 to 1048576.")]
    [InlineData("MaxTokenLength", "1048577", "MaxTokenLength must be from 1 to 1048576.")]
    [InlineData("MaxParameters", "1.5", "MaxParameters is not a valid Int32. It is written as decimal digits.")]
    [InlineData("MaxParameters", "0", "MaxParameters must be from 1 to 1024.")]
    [InlineData("MaxParameters", "1025", "MaxParameters must be from 1 to 1024.")]
    [InlineData("CreatedHashLifetime", "-00:00:00.0000001", "CreatedHashLifetime must not be negative.")]
    [InlineData("Apps:7", null, "Apps:7 needs a protected key that is not empty.")]
    [InlineData("Apps:7", " ", "Apps:7 needs a protected key that is not empty.")]
    [InlineData("Apps:" + SecretPart, "1", "Apps has a name that is no app's id.")]
    [InlineData("Apps:0", SecretPart, "Apps has a name that is no app's id.")]
    [InlineData("Apps:07", SecretPart, "Apps has a name that is no app's id.")]
    [InlineData("Apps:-7", SecretPart, "Apps has a name that is no app's id.")]
    [InlineData("AllowOdnoklassniki", "yes", "AllowOdnoklassniki is not a valid Boolean. It is written as true or false.")]
    [InlineData("IncludeErrorDetails", "1", "IncludeErrorDetails is not a valid Boolean. It is written as true or false.")]
    public async Task Bad_setting_is_named_with_its_scheme(string setting, string? value, string fault)
    {
        foreach (var scheme in new[] { "VkMiniApp", "second" })
        {
            var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["AppId"] = "6736218",
                ["AppSecret"] = SecretPart + " secret",
                [setting] = value,
            };
            var exception = await FailToStartAsync(builder =>
            {
                builder.Configuration.AddInMemoryCollection(
                    settings.Select(pair => KeyValuePair.Create($"Authentication:Schemes:{scheme}:{pair.Key}", pair.Value)));
                builder.Services.AddAuthentication().AddVkMiniApp(scheme);
            });

            AssertExplained(exception, scheme, fault);
        }
    }

    [Fact]
    public async Task Nothing_configured_at_all_asks_for_the_app_and_its_key_at_once()
    {
        var usual = await FailToStartAsync(builder => builder.Services.AddAuthentication().AddVkMiniApp());
        var other = await FailToStartAsync(builder => builder.Services.AddAuthentication().AddVkMiniApp("other"));

        AssertExplained(usual, "VkMiniApp", "AppId is missing. AppSecret is missing.");
        AssertExplained(other, "other", "AppId is missing. AppSecret is missing.");
    }

    [Fact]
    public async Task Bad_options_set_in_code_are_named_too()
    {
        await FailAsync(options => options.AppId = 0, "AppId must be above 0.");
        await FailAsync(options => options.AppId = null, "AppId is missing.");
        await FailAsync(options => options.AppSecret = null, "AppSecret is missing.");
        await FailAsync(options => options.AppSecret = " ", "AppSecret is empty.");
        await FailAsync(options => options.Lifetime = TimeSpan.FromTicks(-1), "Lifetime must not be negative.");
        await FailAsync(options => options.ClockSkew = TimeSpan.MinValue, "ClockSkew must not be negative.");
        await FailAsync(options => options.MaxTokenLength = -1, "MaxTokenLength must be from 1 to 1048576.");
        await FailAsync(options => options.MaxParameters = int.MaxValue, "MaxParameters must be from 1 to 1024.");

        static async Task FailAsync(Action<VkMiniAppOptions> damage, string fault)
        {
            var exception = await FailToStartAsync(builder => builder.Services.AddAuthentication().AddVkMiniApp(options =>
            {
                options.AppId = 1;
                options.AppSecret = SecretPart;
                damage(options);
            }));

            AssertExplained(exception, "VkMiniApp", fault);
        }
    }

    [Fact]
    public async Task Half_of_a_pair_is_not_hidden_by_an_app_added_in_code()
    {
        var noId = await FailToStartAsync(builder => builder.Services.AddAuthentication().AddVkMiniApp(options =>
        {
            options.AddApp(1, SecretPart);
            options.AppSecret = SecretPart;
        }));
        var noSecret = await FailToStartAsync(builder => builder.Services.AddAuthentication().AddVkMiniApp(options =>
        {
            options.AddApp(1, SecretPart);
            options.AppId = 2;
        }));

        AssertExplained(noId, "VkMiniApp", "AppId is missing.");
        AssertExplained(noSecret, "VkMiniApp", "AppSecret is missing.");
    }

    [Fact]
    public async Task Only_the_bad_one_of_two_schemes_is_blamed()
    {
        var exception = await FailToStartAsync(builder => builder.Services.AddAuthentication()
            .AddVkMiniApp("good", options => options.AddApp(1, SecretPart))
            .AddVkMiniApp("bad", options => options.AppId = 2));

        AssertExplained(exception, "bad", "AppSecret is missing.");
        Assert.DoesNotContain("'good'", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AppId", "0", "AppId must be above 0.")]
    [InlineData("AppSecret", "", "AppSecret is empty.")]
    [InlineData("Lifetime", "-00:00:01", "Lifetime must not be negative.")]
    [InlineData("MaxParameters", "0", "MaxParameters must be from 1 to 1024.")]
    public async Task Message_is_two_plain_sentences(string setting, string value, string fault)
    {
        var exception = await FailToStartAsync(builder =>
        {
            builder.Configuration["Authentication:Schemes:VkMiniApp:AppId"] = "1";
            builder.Configuration["Authentication:Schemes:VkMiniApp:AppSecret"] = SecretPart;
            builder.Configuration["Authentication:Schemes:VkMiniApp:" + setting] = value;
            builder.Services.AddAuthentication().AddVkMiniApp();
        });

        // Nothing of the verifier behind the options, such as the names of its parameters, belongs in it.
        Assert.Equal(
            $"Authentication scheme 'VkMiniApp': {fault} Fix it in code or in Authentication:Schemes:VkMiniApp.",
            Assert.Single(exception.Failures));
    }

    [Fact]
    public async Task Settings_are_judged_before_the_framework_has_set_a_clock()
    {
        await using var app = await TestApp.StartAsync();
        var rules = app.Services.GetServices<IValidateOptions<VkMiniAppOptions>>().ToArray();
        var options = new VkMiniAppOptions { AppId = 1, AppSecret = SecretPart };

        Assert.Null(options.TimeProvider);
        Assert.NotEmpty(rules);
        Assert.All(rules, rule => Assert.False(rule.Validate("VkMiniApp", options).Failed));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void App_without_a_proper_id_can_not_be_added(long appId) =>
        Assert.Equal("appId", Assert.Throws<ArgumentOutOfRangeException>(() => new VkMiniAppOptions().AddApp(appId, SecretPart)).ParamName);

    [Fact]
    public void App_without_a_secret_can_not_be_added()
    {
        var options = new VkMiniAppOptions();

        Assert.Equal("secrets", Assert.Throws<ArgumentNullException>(() => options.AddApp(1, null!)).ParamName);
        foreach (var secrets in new string[][] { [], [""], [" "], [SecretPart, ""], [null!] })
        {
            var exception = Assert.Throws<ArgumentException>(() => options.AddApp(1, secrets));
            Assert.Equal("secrets", exception.ParamName);
            Assert.DoesNotContain(SecretPart, exception.Message, StringComparison.Ordinal);
        }
    }

    private static Task<OptionsValidationException> FailToStartAsync(Action<WebApplicationBuilder> build) =>
        Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.StartWithAsync(build));

    private static void AssertExplained(OptionsValidationException exception, string scheme, string fault)
    {
        Assert.Equal(scheme, exception.OptionsName);
        var message = Assert.Single(exception.Failures);
        Assert.StartsWith($"Authentication scheme '{scheme}': {fault} ", message, StringComparison.Ordinal);
        Assert.EndsWith($" Fix it in code or in Authentication:Schemes:{scheme}.", message, StringComparison.Ordinal);
        Assert.DoesNotContain(SecretPart, exception.ToString(), StringComparison.Ordinal);
    }
}
