using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace TestSupport;

/// <summary>A host whose settings could verify no init data does not start, and says why without giving a secret away.</summary>
/// <typeparam name="TPlatform">The platform.</typeparam>
public abstract class InitDataStartupTests<TPlatform> : InitDataSchemeTests<TPlatform>
    where TPlatform : IInitDataPlatform
{
    [Theory]
    [InlineData("Lifetime", "abc", "Lifetime is not a valid TimeSpan. It is written as hh:mm:ss or d.hh:mm:ss, such as 00:15:00 for a quarter of an hour.")]
    [InlineData("Lifetime", "", "Lifetime is not a valid TimeSpan. It is written as hh:mm:ss or d.hh:mm:ss, such as 00:15:00 for a quarter of an hour.")]
    [InlineData("Lifetime", "3600", "Lifetime is not a valid TimeSpan. It is written as hh:mm:ss or d.hh:mm:ss, such as 00:15:00 for a quarter of an hour.")]
    [InlineData("Lifetime", "24:00:00", "Lifetime is not a valid TimeSpan. It is written as hh:mm:ss or d.hh:mm:ss, such as 00:15:00 for a quarter of an hour.")]
    [InlineData("Lifetime", "-00:00:01", "Lifetime must not be negative.")]
    [InlineData("ClockSkew", "1 minute", "ClockSkew is not a valid TimeSpan. It is written as hh:mm:ss or d.hh:mm:ss, such as 00:15:00 for a quarter of an hour.")]
    [InlineData("ClockSkew", "-00:00:01", "ClockSkew must not be negative.")]
    [InlineData("MaxTokenLength", "abc", "MaxTokenLength is not a valid Int32. It is written as decimal digits.")]
    [InlineData("MaxTokenLength", "0", "MaxTokenLength must be from 1 to 1048576.")]
    [InlineData("MaxTokenLength", "1048577", "MaxTokenLength must be from 1 to 1048576.")]
    [InlineData("MaxParameters", "1.5", "MaxParameters is not a valid Int32. It is written as decimal digits.")]
    [InlineData("MaxParameters", "0", "MaxParameters must be from 1 to 1024.")]
    [InlineData("MaxParameters", "1025", "MaxParameters must be from 1 to 1024.")]
    [InlineData("IncludeErrorDetails", "1", "IncludeErrorDetails is not a valid Boolean. It is written as true or false.")]
    [InlineData("AcceptBearer", "yes", "AcceptBearer is not a valid Boolean. It is written as true or false.")]
    [InlineData("AcceptBearer", TestInitData.SecretPart, "AcceptBearer is not a valid Boolean. It is written as true or false.")]
    public Task Bad_setting_is_named_with_its_scheme(string setting, string value, string fault) =>
        AssertSettingStopsHostAsync(setting, value, fault);

    [Fact]
    public async Task Bad_options_set_in_code_are_named_too()
    {
        await AssertOptionsStopHostAsync(options => options.Lifetime = TimeSpan.FromTicks(-1), "Lifetime must not be negative.");
        await AssertOptionsStopHostAsync(options => options.ClockSkew = TimeSpan.MinValue, "ClockSkew must not be negative.");
        await AssertOptionsStopHostAsync(options => options.MaxTokenLength = -1, "MaxTokenLength must be from 1 to 1048576.");
        await AssertOptionsStopHostAsync(options => options.MaxParameters = int.MaxValue, "MaxParameters must be from 1 to 1024.");
    }

    [Fact]
    public async Task Only_the_bad_one_of_two_schemes_is_blamed()
    {
        var exception = await FailToStartAsync(builder =>
        {
            Add(builder.Services.AddAuthentication(), "good");
            Add(builder.Services.AddAuthentication(), "bad", options => options.MaxParameters = 0);
        });

        AssertExplained(exception, "bad", "MaxParameters must be from 1 to 1024.");
    }

    [Fact]
    public async Task Settings_are_judged_before_the_framework_has_set_a_clock()
    {
        await using var app = await StartAsync();
        var options = TPlatform.CreateOptions();
        TPlatform.SetBotToken(options, TPlatform.BotToken);

        Assert.Null(options.TimeProvider);
        Assert.DoesNotContain(false, TPlatform.Judge(app.Services, options));
        TPlatform.SetBotToken(options, "");
        Assert.Contains(false, TPlatform.Judge(app.Services, options));
    }

    protected static async Task AssertSettingStopsHostAsync(string setting, string? value, string fault)
    {
        foreach (var scheme in new[] { TPlatform.Scheme, "second" })
        {
            var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["BotToken"] = TPlatform.BotToken, [setting] = value };
            var exception = await FailToStartAsync(builder =>
            {
                builder.Configuration.AddInMemoryCollection(
                    settings.Select(pair => KeyValuePair.Create($"Authentication:Schemes:{scheme}:{pair.Key}", pair.Value)));
                TPlatform.Add(builder.Services.AddAuthentication(), "(scheme)", scheme, displayName: null, _ => { });
            });

            AssertExplained(exception, scheme, fault);
        }
    }

    protected static async Task AssertOptionsStopHostAsync(Action<MiniAppOptions> damage, string fault)
    {
        var exception = await FailToStartAsync(builder => Add(builder.Services.AddAuthentication(), TPlatform.Scheme, damage));

        AssertExplained(exception, TPlatform.Scheme, fault);
    }

    private static Task<OptionsValidationException> FailToStartAsync(Action<WebApplicationBuilder> build) =>
        Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.StartWithAsync(build));

    private static void AssertExplained(OptionsValidationException exception, string scheme, string fault)
    {
        Assert.Equal(scheme, exception.OptionsName);
        Assert.Equal(
            $"Authentication scheme '{scheme}': {fault} Fix it in code or in Authentication:Schemes:{scheme}.",
            Assert.Single(exception.Failures));
        Assert.DoesNotContain(TestInitData.SecretPart, exception.ToString(), StringComparison.Ordinal);
    }
}
