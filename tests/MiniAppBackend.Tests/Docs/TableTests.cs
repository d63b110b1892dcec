using System.Globalization;
using System.Reflection;
using MaxMiniApp;
using MaxMiniApp.AspNetCore;
using Microsoft.AspNetCore.Http;
using MiniApp.AspNetCore;
using TelegramMiniApp;
using TelegramMiniApp.AspNetCore;
using TestSupport;
using VkMiniApp;
using VkMiniApp.AspNetCore;

namespace MiniAppBackend.Tests;

/// <summary>The tables of the pages against the code that they tell of.</summary>
public sealed class TableTests
{
    [Theory]
    [InlineData("README.md", typeof(VkMiniAppOptions))]
    [InlineData("docs/telegram.md", typeof(TelegramMiniAppOptions))]
    [InlineData("docs/max.md", typeof(MaxMiniAppOptions))]
    public void The_options_table_has_every_option_with_its_type_and_default(string page, Type options)
    {
        var defaults = Activator.CreateInstance(options);
        var expected = options
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(option => option.DeclaringType!.Assembly.GetName().Name!.Contains("MiniApp", StringComparison.Ordinal))
            .Select(option => (option.Name, Type: TypeName(option.PropertyType), Default: Default(option.GetValue(defaults))));

        var table = Table(page, "Option").Select(row => (row[0].Trim('`'), row[1].Trim('`'), row[2].Trim('`')));

        Assert.Equal(expected, table);
    }

    [Theory]
    [InlineData("README.md", typeof(VkLaunchFailure))]
    [InlineData("docs/telegram.md", typeof(TelegramInitDataFailure))]
    [InlineData("docs/max.md", typeof(MaxInitDataFailure))]
    public void The_table_of_refusals_has_every_failure_in_the_order_of_the_verdict(string page, Type failures) =>
        Assert.Equal(
            Enum.GetNames(failures).Where(failure => failure != "None"),
            Table(page, $"`{failures.Name}`").Select(row => row[0].Trim('`')),
            StringComparer.Ordinal);

    [Theory]
    [InlineData("docs/telegram.md", typeof(TelegramClaimTypes))]
    [InlineData("docs/max.md", typeof(MaxClaimTypes))]
    public void The_table_of_claims_has_every_claim_behind_the_name_identifier(string page, Type claims) =>
        Assert.Equal(
            claims.GetFields().Select(claim => $"`{claim.GetRawConstantValue()}`").Prepend("`ClaimTypes.NameIdentifier`"),
            Table(page, "Claim").Select(row => row[0]),
            StringComparer.Ordinal);

    [Theory]
    [InlineData("docs/events-and-options.md")]
    [InlineData("docs/telegram.md")]
    [InlineData("docs/max.md")]
    public void The_table_of_events_has_every_event_in_its_order(string page) =>
        Assert.Equal(
            typeof(MiniAppEvents).GetProperties().Select(happening => $"`{happening.Name}`"),
            Table(page, "Event").Select(row => row[0]),
            StringComparer.Ordinal);

    /// <summary>The cells below a table's head whose first cell is this.</summary>
    private static IEnumerable<string[]> Table(string page, string firstHead) => Repository.Read(page)
        .Split('\n')
        .SkipWhile(line => !line.StartsWith($"| {firstHead} |", StringComparison.Ordinal))
        .Skip(2)
        .TakeWhile(line => line.StartsWith('|'))
        .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));

    private static string TypeName(Type type) =>
        Nullable.GetUnderlyingType(type) is { } value ? TypeName(value) + "?"
        : type == typeof(long) ? "long"
        : type == typeof(int) ? "int"
        : type == typeof(bool) ? "bool"
        : type == typeof(string) ? "string"
        : type == typeof(ReadOnlyMemory<byte>) ? "ReadOnlyMemory<byte>"
        : type == typeof(Func<HttpRequest, string?>) ? "Func<HttpRequest, string?>"
        : type.Name;

    private static string Default(object? value) => value switch
    {
        null => "none",
        true => "true",
        false => "false",
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        int number => number.ToString(CultureInfo.InvariantCulture),
        Enum name => name.ToString(),
        _ => "see below",
    };
}
