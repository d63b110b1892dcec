using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace TestSupport;

/// <summary>What is written down of a request, and what never is.</summary>
/// <typeparam name="TPlatform">The platform.</typeparam>
public abstract class InitDataLoggingTests<TPlatform> : InitDataSchemeTests<TPlatform>
    where TPlatform : IInitDataPlatform
{
    [Fact]
    public async Task Accepted_init_data_is_a_detail_for_whoever_debugs()
    {
        var entry = Assert.Single((await LogsOfAsync("/me", Good())).Verdicts);

        Assert.Equal((LogLevel.Debug, 1, "LaunchAccepted"), (entry.Level, entry.EventId.Id, entry.EventId.Name));
        Assert.Equal($"{TPlatform.Scheme}.AspNetCore.{TPlatform.Scheme}Handler", entry.Category);
        Assert.Equal(TPlatform.Scheme + " accepted a launch.", entry.Message);
    }

    [Theory]
    [MemberData(nameof(TestInitData.Reasons), MemberType = typeof(TestInitData))]
    public async Task Refused_init_data_is_an_information_with_the_exact_reason(string failure)
    {
        var entry = Assert.Single((await LogsOfAsync("/me", Refused(failure))).Verdicts);

        Assert.Equal((LogLevel.Information, 2, "LaunchRefused"), (entry.Level, entry.EventId.Id, entry.EventId.Name));
        var age = failure switch { "Expired" => 86401, "NotYetValid" => -61, _ => (int?)null };
        Assert.Equal($"{TPlatform.Scheme} refused a launch: {failure}.{(age is null ? "" : $" Its age is {age} seconds.")}", entry.Message);
        Assert.Contains($"[AuthenticationScheme, {TPlatform.Scheme}] [Failure, {failure}]{(age is null ? "" : $" [AgeInSeconds, {age}]")}", entry.Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_without_credentials_is_passed_over_in_silence()
    {
        foreach (var header in new[] { "", "Basic x", "Bearer x", TPlatform.Word, Header(""), Header("a.b.c") })
        {
            var logs = await LogsOfAsync("/open", header);

            Assert.Empty(logs.Verdicts);
            Assert.DoesNotContain(logs.OfHandler, entry => entry.Level >= LogLevel.Information);
        }
    }

    [Fact]
    public async Task No_init_data_proof_user_or_secret_is_in_any_entry_of_any_category()
    {
        const long User = 8675309021;

        foreach (var header in TestInitData.Failures.Select(Refused).Append(Good(User)))
        {
            var logs = await LogsOfAsync("/me", header);

            Assert.Single(logs.Verdicts);
            Assert.Empty(logs.Warnings);
            logs.AssertSilentAbout(header[4..], header[^12..], header[4..16], "hash=", "auth_date", "first_name");
            logs.AssertSilentAbout($"{User}", TestInitData.SecretPart);
        }
    }

    [Theory]
    [InlineData("BotToken", "a misplaced secret of mine")]
    [InlineData("Lifetime", "a misplaced secret of mine")]
    [InlineData("AcceptBearer", "a misplaced secret of mine")]
    [InlineData("MaxParameters", "0")]
    public async Task Failed_start_says_what_is_wrong_but_never_a_secret(string setting, string value)
    {
        using var logs = new LogCollector();
        await Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.StartWithAsync(builder =>
        {
            Collect(builder.Logging, logs);
            builder.Configuration[$"Authentication:Schemes:{TPlatform.Scheme}:BotToken"] = TPlatform.BotToken;
            builder.Configuration[$"Authentication:Schemes:{TPlatform.Scheme}:{setting}"] = value;
            TPlatform.Add(builder.Services.AddAuthentication(), "()", TPlatform.Scheme, displayName: null, _ => { });
        }));

        Assert.Contains(logs.Entries, entry => entry.Level >= LogLevel.Error && entry.Details.Contains(setting, StringComparison.Ordinal));
        logs.AssertSilentAbout(TPlatform.BotToken, TestInitData.SecretPart, "a misplaced secret");
    }

    private static async Task<LogCollector> LogsOfAsync(string path, string header)
    {
        var logs = new LogCollector();
        await using var app = await TestApp.StartWithAsync(builder =>
        {
            Collect(builder.Logging, logs);
            Add(builder.Services.AddAuthentication(), TPlatform.Scheme);
        });

        await app.GetAsync(path, header);
        return logs;
    }

    private static void Collect(ILoggingBuilder logging, LogCollector logs) => logging.AddProvider(logs).SetMinimumLevel(LogLevel.Trace);
}
