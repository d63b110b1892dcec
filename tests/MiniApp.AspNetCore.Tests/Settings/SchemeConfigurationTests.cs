using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TelegramMiniApp;
using TelegramMiniApp.AspNetCore;

namespace MiniApp.AspNetCore.Tests;

/// <summary>How the texts of <c>Authentication:Schemes:{scheme}</c> are read, on every platform.</summary>
public class SchemeConfigurationTests
{
    public static TheoryData<string> Platforms => PlatformScheme.Names;

    public static MatrixTheoryData<string, (string Text, string Time)> Times => new(Platforms.Select(row => row.Data),
    [
        ("00:00:00", "00:00:00"),
        ("00:15", "00:15:00"),
        ("01:00:00", "01:00:00"),
        ("23:59:59.5", "23:59:59.5"),
        ("1.00:00:00", "1.00:00:00"),
        ("30.00:00:00", "30.00:00:00"),
    ]);

    public static MatrixTheoryData<string, (string Setting, string Text, string Type)> BadTexts => new(Platforms.Select(row => row.Data),
    [
        .. Bad("Lifetime", "TimeSpan", "3600", "1", "24:00:00", "1d", "01:00:60", "01:60:00", "1 hour", "", " ", "01.00"),
        .. Bad("ClockSkew", "TimeSpan", "60", "00:61:00", ""),
        .. Bad("IncludeErrorDetails", "Boolean", "1", "0", "yes", "on", "", "truefalse"),
        .. Bad("MaxTokenLength", "Int32", "1.5", "1e3", "0x10", "1,000", "1 000", "2147483648", "", "many", "١"),
        .. Bad("MaxParameters", "Int32", "1.0", "-", ""),
    ]);

    public static MatrixTheoryData<string, (string Setting, string Text, string Fault)> OutOfRange => new(Platforms.Select(row => row.Data),
    [
        ("Lifetime", "-00:00:01", "must not be negative."),
        ("ClockSkew", "-00:00:01", "must not be negative."),
        ("MaxTokenLength", "0", "must be from 1 to 1048576."),
        ("MaxTokenLength", "1048577", "must be from 1 to 1048576."),
        ("MaxParameters", "0", "must be from 1 to 1024."),
        ("MaxParameters", "1025", "must be from 1 to 1024."),
    ]);

    [Theory]
    [MemberData(nameof(Times))]
    public async Task Time_is_days_hours_minutes_and_seconds(string name, (string Text, string Time) time)
    {
        var options = await ReadAsync(name, ("Lifetime", time.Text), ("ClockSkew", time.Text));
        var expected = TimeSpan.Parse(time.Time, CultureInfo.InvariantCulture);

        Assert.Equal((expected, expected), (options.Lifetime, options.ClockSkew));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Flag_and_integers_are_read(string name)
    {
        var options = await ReadAsync(name, ("IncludeErrorDetails", "True"), ("MaxTokenLength", "1048576"), ("MaxParameters", "1024"));

        Assert.Equal((true, 1_048_576, 1024), (options.IncludeErrorDetails, options.MaxTokenLength, options.MaxParameters));
        Assert.False((await ReadAsync(name, ("IncludeErrorDetails", "false"))).IncludeErrorDetails);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Settings_that_are_not_there_have_the_platforms_defaults(string name)
    {
        var options = await ReadAsync(name);

        Assert.Equal(PlatformScheme.Of(name).Lifetime, options.Lifetime);
        Assert.Equal((TimeSpan.FromMinutes(1), 8192, 128), (options.ClockSkew, options.MaxTokenLength, options.MaxParameters));
        Assert.Equal((false, PlatformScheme.Of(name).Issuer), (options.IncludeErrorDetails, options.ClaimsIssuer));
        Assert.Null(options.TokenRetriever);
    }

    [Theory]
    [MemberData(nameof(BadTexts))]
    public async Task Text_that_is_no_value_keeps_the_host_from_starting(string name, (string Setting, string Text, string Type) bad)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => ReadAsync(name, (bad.Setting, bad.Text)));

        Assert.StartsWith(
            $"Authentication scheme '{name}': {bad.Setting} is not a valid {bad.Type}. ", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith($" Fix it in code or in Authentication:Schemes:{name}.", exception.Message, StringComparison.Ordinal);
        Assert.Equal((name, name + "Options"), (exception.OptionsName, exception.OptionsType.Name));
    }

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public async Task Value_out_of_range_keeps_the_host_from_starting(string name, (string Setting, string Text, string Fault) bad)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => ReadAsync(name, (bad.Setting, bad.Text)));

        Assert.Equal(
            $"Authentication scheme '{name}': {bad.Setting} {bad.Fault} Fix it in code or in Authentication:Schemes:{name}.",
            exception.Message);
    }

    [Theory]
    [InlineData("Production", TelegramEnvironment.Production)]
    [InlineData("Test", TelegramEnvironment.Test)]
    [InlineData("test", TelegramEnvironment.Test)]
    public async Task Name_is_read_in_any_case(string text, TelegramEnvironment expected) =>
        Assert.Equal(expected, ((TelegramMiniAppOptions)await ReadAsync("TelegramMiniApp", ("Environment", text))).Environment);

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData(" 1")]
    [InlineData("+1")]
    [InlineData("-0")]
    [InlineData("2")]
    [InlineData("Production,Test")]
    [InlineData("Production, Production")]
    [InlineData("Staging")]
    [InlineData("")]
    [InlineData(" ")]
    public async Task Number_or_list_is_no_name(string text)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => ReadAsync("TelegramMiniApp", ("Environment", text)));

        Assert.Contains("Environment is not a valid TelegramEnvironment.", exception.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<(string Setting, string Text, string Type)> Bad(string setting, string type, params string[] texts) =>
        texts.Select(text => (setting, text, type));

    private static async Task<MiniAppOptions> ReadAsync(string name, params (string Setting, string Text)[] settings)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await TestApp.StartWithAsync(builder =>
        {
            builder.Configuration.AddInMemoryCollection(
                settings.Select(setting => KeyValuePair.Create($"Authentication:Schemes:{name}:{setting.Setting}", (string?)setting.Text)));
            platform.AddTo(builder.Services.AddAuthentication());
        });

        return platform.OptionsOf(app.Services);
    }
}
