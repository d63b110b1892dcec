using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using MaxMiniApp;
using MaxMiniApp.AspNetCore;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using MiniApp.AspNetCore;
using MiniApp.AspNetCore.Redis;
using TelegramMiniApp;
using TelegramMiniApp.AspNetCore;
using TestSupport;
using VkMiniApp;
using VkMiniApp.AspNetCore;

namespace MiniAppBackend.Tests;

/// <summary>The tables of the pages against the code that they tell of.</summary>
public sealed partial class TableTests
{
    private const string SharedPage = "docs/events-and-options.md";

    /// <summary>An option is what can be set. What every scheme has stands on one page, and the rest on the platform's own.</summary>
    [Theory]
    [InlineData("docs/vk.md", typeof(VkMiniAppOptions))]
    [InlineData("docs/telegram.md", typeof(TelegramMiniAppOptions))]
    [InlineData("docs/max.md", typeof(MaxMiniAppOptions))]
    public void The_options_tables_have_every_option_with_its_type_and_default(string page, Type options)
    {
        var defaults = Activator.CreateInstance(options);
        var expected = options
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(option => option.SetMethod is { IsPublic: true })
            .Where(option => option.DeclaringType!.Assembly.GetName().Name!.Contains("MiniApp", StringComparison.Ordinal))
            .OrderBy(option => option.DeclaringType == typeof(MiniAppOptions))
            .ThenBy(option => option.DeclaringType == options)
            .Select(option => (option.Name, Type: TypeName(option.PropertyType), Default: Default(option.GetValue(defaults))));

        var table = Table(page, "Option").Concat(Table(SharedPage, "Option"))
            .Select(row => (row[0].Trim('`'), row[1].Trim('`'), row[2].Trim('`')));

        Assert.Equal(expected, table);
    }

    [Fact]
    public void The_table_of_a_sessions_settings_has_every_option_with_its_type_and_default()
    {
        var defaults = new MiniAppSessionOptions();
        var expected = typeof(MiniAppSessionOptions)
            .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Select(option => (
                option.Name,
                TypeName(option.PropertyType),
                option.GetValue(defaults) is string text ? text
                : option.PropertyType == typeof(MiniAppSessionEvents) ? "see above"
                : Default(option.GetValue(defaults))));

        Assert.Equal(expected, Table("docs/sessions.md", "Setting").Select(row => (row[0].Trim('`'), row[1].Trim('`'), row[2].Trim('`'))));
    }

    [Theory]
    [InlineData("docs/vk.md", typeof(VkLaunchParamsVerifier))]
    [InlineData("docs/telegram.md", typeof(TelegramInitDataVerifier))]
    [InlineData("docs/max.md", typeof(MaxInitDataVerifier))]
    public void The_table_of_refusals_has_every_failure_in_the_order_of_the_verdict(string page, Type verifier)
    {
        var failures = verifier.GetMethod(nameof(VkLaunchParamsVerifier.Check), [typeof(ReadOnlySpan<char>)])!.ReturnType;

        Assert.Equal(
            Enum.GetNames(failures).Where(failure => failure != "None"),
            Table(page, $"`{failures.Name}`").Select(row => row[0].Trim('`')),
            StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("docs/contacts.md", typeof(VkContactFailure))]
    [InlineData("docs/contacts.md", typeof(TelegramContactFailure))]
    [InlineData("docs/contacts.md", typeof(MaxContactFailure))]
    [InlineData("docs/telegram.md", typeof(TelegramLoginWidgetFailure))]
    public void The_table_of_another_proofs_refusals_has_every_failure_in_the_order_of_the_verdict(string page, Type failures) => Assert.Equal(
        Enum.GetNames(failures).Where(failure => failure != "None"),
        Table(page, $"`{failures.Name}`").Select(row => row[0].Trim('`')),
        StringComparer.Ordinal);

    [Theory]
    [InlineData("hash", typeof(VkCreatedHashFailure))]
    [InlineData("payment", typeof(VkPaymentNotificationFailure))]
    public void The_table_of_VKs_other_signatures_has_every_failure(string signature, Type failures) => Assert.Equal(
        Enum.GetNames(failures).Where(failure => failure != "None").Order(StringComparer.Ordinal),
        Table("docs/other-signatures.md", "Verdict")
            .Where(row => row[1] == "all" || row[1] == signature)
            .Select(row => row[0].Trim('`'))
            .Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("docs/vk.md", typeof(VkClaimTypes))]
    [InlineData("docs/telegram.md", typeof(TelegramClaimTypes))]
    [InlineData("docs/max.md", typeof(MaxClaimTypes))]
    public void The_table_of_claims_has_every_claim_behind_the_name_identifier(string page, Type claims) =>
        Assert.Equal(
            claims.GetFields().Select(claim => $"`{claim.GetRawConstantValue()}`").Prepend("`ClaimTypes.NameIdentifier`"),
            Table(page, "Claim").Select(row => row[0]),
            StringComparer.Ordinal);

    [Fact]
    public void The_table_of_events_has_every_event_in_its_order() =>
        Assert.Equal(
            typeof(MiniAppEvents).GetProperties().Select(happening => $"`{happening.Name}`"),
            Table(SharedPage, "Event").Select(row => row[0]),
            StringComparer.Ordinal);

    /// <summary>Whoever filters or alerts by an event finds it by its number. The line of a refusal is no method of a log.</summary>
    [Theory]
    [InlineData("docs/diagnostics.md", typeof(MiniAppOptions), "2, `LaunchRefused` Information")]
    [InlineData("docs/redis.md", typeof(MiniAppRedisOptions), null)]
    public void The_table_of_the_log_has_every_event_with_its_number_and_level(string page, Type ofPackage, string? more)
    {
        var expected = ofPackage.Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>())
            .OfType<LoggerMessageAttribute>()
            .Select(message => $"{message.EventId}, `{message.EventName}` {message.Level}")
            .Concat(more is null ? [] : [more]);

        var told = Table(page, "Event").SelectMany(row => LogEvent().Matches($"{row[0]} {row[^1]}").Select(name => $"{name.Value} {row[1]}"));

        Assert.Equal(expected.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <summary>The command line is a tool, and what is in its package is nobody's dependency; it is named all the same.</summary>
    [Fact]
    public void The_table_of_dependencies_names_whatever_a_package_depends_on()
    {
        var named = Table("CONTRIBUTING.md", "Package")
            .SelectMany(row => row[1].Split(", ").Select(dependency => $"{row[0].Trim('`')} -> {dependency.Trim('`')}"));

        var referenced = Repository.Packages
            .SelectMany(project => XDocument.Load(project).Descendants("PackageReference")
                .Select(package => $"{Path.GetFileNameWithoutExtension(project)} -> {package.Attribute("Include")?.Value}"));

        Assert.Empty(referenced.Except(named, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_lines_that_the_readme_has_for_a_platform_make_a_program(int column)
    {
        var lines = Table("README.md", "").ToDictionary(row => row[0], row => row[column].Trim('`'), StringComparer.Ordinal);
        var program =
            $$"""
            using System.Security.Claims;
            using {{lines["Install"]}};
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddAuthentication().{{lines["Register"]}};
            builder.Services.AddAuthorization();
            var app = builder.Build();
            app.MapGet("/me", (ClaimsPrincipal user) => {{lines["Read"]}}).RequireAuthorization();
            app.Run();
            """;

        Assert.Empty(Snippet.Compile(program));
        Assert.True(Directory.Exists(Path.Combine(Repository.Root, "src", lines["Install"])), lines["Install"]);
        Assert.Contains(
            $"fetch('/me', {{ headers: {{ Authorization: {lines["Send"]} }} }})",
            Repository.Read(lines["More"][(lines["More"].IndexOf('(', StringComparison.Ordinal) + 1)..^1]),
            StringComparison.Ordinal);
    }

    /// <summary>The cells below a table's head whose first cell is this.</summary>
    private static IEnumerable<string[]> Table(string page, string firstHead) => Repository.Read(page)
        .Split('\n')
        .SkipWhile(line => !line.StartsWith(firstHead.Length > 0 ? $"| {firstHead} |" : "| |", StringComparison.Ordinal))
        .Skip(2)
        .TakeWhile(line => line.StartsWith('|'))
        .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));

    [GeneratedRegex(@"[0-9]+, `[A-Za-z]+`", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex LogEvent();

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
