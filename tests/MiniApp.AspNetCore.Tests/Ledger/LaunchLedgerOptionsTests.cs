using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace MiniApp.AspNetCore.Tests;

/// <summary>How the ledger is set, and what the host says of it when it starts.</summary>
public sealed class LaunchLedgerOptionsTests
{
    private static readonly PlatformScheme Shop = PlatformScheme.Of("ShopMiniApp");

    [Theory]
    [InlineData(0, LaunchUse.Bind, LedgerUnavailableBehavior.Refuse, "LaunchLedgerOptions.Capacity must be at least 1.")]
    [InlineData(1, (LaunchUse)3, LedgerUnavailableBehavior.Refuse, "LaunchLedgerOptions.Use is none of its names.")]
    [InlineData(1, LaunchUse.Bind, (LedgerUnavailableBehavior)2, "LaunchLedgerOptions.OnUnavailable is none of its names.")]
    public async Task Setting_that_no_ledger_can_work_by_keeps_the_host_from_starting(
        int capacity, LaunchUse use, LedgerUnavailableBehavior onUnavailable, string fault)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => UnusedLaunchApp.StartAsync(
            Shop, options => (options.Capacity, options.Use, options.OnUnavailable) = (capacity, use, onUnavailable)));

        Assert.Equal(fault, exception.Message);
    }

    [Theory]
    [InlineData("Development", null, true)]
    [InlineData("Development", false, false)]
    [InlineData("Production", null, false)]
    [InlineData("Production", true, true)]
    public async Task Launches_from_before_the_start_are_taken_in_development(string environment, bool? set, bool isTaken)
    {
        await using var app = await UnusedLaunchApp.StartAsync(
            Shop,
            options =>
            {
                if (set is { } accepts)
                {
                    options.AcceptLaunchesFromBeforeStart = accepts;
                }
            },
            builder =>
            {
                builder.Environment.EnvironmentName = environment;
                builder.Services.AddSingleton<IHostEnvironment>(builder.Environment);
            });

        Assert.Equal(isTaken ? 200 : 401, (await app.PayAsync(Shop.Good(42, 1), UnusedLaunchApp.Binding)).Status);
        Assert.Equal(200, (await app.PayAsync(Shop.Good(), UnusedLaunchApp.Binding)).Status);
    }

    [Fact]
    public async Task Options_are_read_from_a_section_of_the_applications_choice()
    {
        await using var app = await UnusedLaunchApp.StartAsync(Shop, build: builder =>
        {
            builder.Configuration["LaunchLedger:Use"] = "Once";
            builder.Services.Configure<LaunchLedgerOptions>(builder.Configuration.GetSection("LaunchLedger"));
        });

        Assert.Equal(200, (await app.PayAsync(Shop.Good())).Status);
        Assert.Equal(401, (await app.PayAsync(Shop.Good())).Status);
    }

    [Fact]
    public async Task Start_says_that_one_instance_is_served_where_an_endpoint_uses_the_ledger()
    {
        await using var app = await UnusedLaunchApp.StartAsync(Shop);

        var entry = Assert.Single(app.Logs.Entries, entry => entry.EventId.Name == "LedgerInProcess");
        Assert.Equal(LogLevel.Information, entry.Level);
        Assert.StartsWith("Used launches are remembered in this process: that serves one instance of the application only", entry.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_says_nothing_where_another_ledger_is_used()
    {
        await using var app = await UnusedLaunchApp.StartAsync(Shop, build: builder => builder.Services.AddSingleton<ILaunchLedger, OtherLedger>());

        Assert.DoesNotContain(app.Logs.Entries, entry => entry.EventId.Name == "LedgerInProcess");
        Assert.Equal(503, (await app.PayAsync(Shop.Good(), UnusedLaunchApp.Binding)).Status);
    }

    [Fact]
    public async Task Start_says_nothing_where_no_endpoint_uses_the_ledger()
    {
        using var logs = new LogCollector();
        await using var app = await TestApp.StartWithAsync(builder =>
        {
            builder.Logging.AddProvider(logs);
            Shop.AddTo(builder.Services.AddAuthentication());
        });

        Assert.NotEmpty(logs.Entries);
        Assert.DoesNotContain(logs.Entries, entry => entry.EventId.Name == "LedgerInProcess");
    }

    [Fact]
    public async Task Endpoints_that_can_not_be_made_are_left_to_routing()
    {
        using var logs = new LogCollector();
        await using var services = new ServiceCollection()
            .AddLogging(builder => builder.AddProvider(logs))
            .AddSingleton<EndpointDataSource, Broken>()
            .AddSingleton(new InProcessLaunchLedger(new(), TimeProvider.System))
            .AddSingleton<ILaunchLedger>(provider => provider.GetRequiredService<InProcessLaunchLedger>())
            .AddSingleton<LedgerUse>()
            .AddSingleton<LedgerStart>()
            .BuildServiceProvider();

        Assert.True(services.GetRequiredService<LedgerStart>().StartedAsync(CancellationToken.None).IsCompletedSuccessfully);
        Assert.Empty(logs.Entries);
    }

    private sealed class Broken : EndpointDataSource
    {
        public override IReadOnlyList<Endpoint> Endpoints => throw new InvalidOperationException();

        public override IChangeToken GetChangeToken() => NullChangeToken.Singleton;
    }

    private sealed class OtherLedger : ILaunchLedger
    {
        public ValueTask<LedgerAnswer> ClaimAsync(LedgerClaim claim, CancellationToken cancellationToken = default) => new(LedgerAnswer.Unavailable);
    }
}
