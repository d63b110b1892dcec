using System.Net.Http.Headers;
using Accounts.Data;
using MaxMiniApp.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using MiniApp;
using MiniApp.AspNetCore;
using TelegramMiniApp.Testing;
using TestSupport;
using VkMiniApp.Testing;

namespace Accounts.Tests;

/// <summary>The sample as it is, with a database in a file of its own and a clock that stands still.</summary>
/// <param name="start">When the clock begins to stand still.</param>
public sealed class AccountsApp(DateTimeOffset start) : WebApplicationFactory<Program>
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"accounts-{Guid.NewGuid():N}.db");
    private readonly FakeTimeProvider _clock = new(start);

    public AccountsApp()
        : this(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000))
    {
    }

    /// <summary>Settings of the test.</summary>
    public Dictionary<string, string?> Settings { get; } = new(StringComparer.Ordinal);

    /// <summary>Services of the test.</summary>
    public Action<IServiceCollection>? ConfigureServices { get; init; }

    public void Advance(TimeSpan time) => _clock.Advance(time);

    internal Page OpenVk(long userId) => Open(client => client.WithVkLaunch(Services, new VkTestLaunch(userId)));

    internal Page OpenTelegram(long userId) => Open(client => client.WithTelegramInitData(Services, new TelegramTestLaunch(userId)));

    internal Page OpenTelegram(TelegramTestLaunch launch) => Open(client => client.WithTelegramInitData(Services, launch));

    internal Page OpenMax(long userId) => Open(client => client.WithMaxInitData(Services, new MaxTestLaunch(userId)));

    /// <summary>A page that has exchanged its launch, and goes on with the session.</summary>
    internal async Task<Page> ExchangeAsync(Page page)
    {
        var session = await page.SendAsync(HttpMethod.Post, "/session");
        var token = session.Json.GetProperty("accessToken").GetString();
        return new Page(With(CreateClient(), new AuthenticationHeaderValue("Bearer", token)));
    }

    /// <summary>Reads or changes the database past the sample.</summary>
    internal async Task<T> WithDatabaseAsync<T>(Func<AccountsDb, Task<T>> use)
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<AccountsDb>());
    }

    internal Task<int> ExecuteAsync(string sql) => WithDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(sql));

    internal Task<int> CountAccountsAsync() => WithDatabaseAsync(db => db.Accounts.CountAsync());

    /// <summary>An account with a link of each platform; its id.</summary>
    internal async Task<Guid> LinkAsync(long vk, long telegram)
    {
        using var first = OpenVk(vk);
        using var second = OpenTelegram(telegram);
        var account = await first.SignInAsync();
        var answer = await second.OfferAsync((await first.AskAsync()).Code);
        Assert.Equal(204, (await first.AcceptAsync(answer.Code, $"telegram:{telegram}")).Status);
        return account.Id;
    }

    internal async Task<bool> BanAsync(Guid account)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AccountStore>().BanAsync(account, default);
    }

    internal Task BlockAsync(string user) => MiniAppSubject.TryParse(user, out var subject)
        ? Services.GetRequiredService<MiniAppRevocations>().BlockAsync(subject, until: null)
        : throw new ArgumentException("It is no user.", nameof(user));

    /// <summary>All at the same time, as far as a barrier can have it.</summary>
    internal static async Task<Answer[]> AtOnceAsync(int count, Func<int, Task<Answer>> send)
    {
        using var barrier = new Barrier(count);
        return await Task.WhenAll(Enumerable.Range(0, count).Select(index => Task.Factory.StartNew(
            () =>
            {
                barrier.SignalAndWait();
                return send(index);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting(UnwatchedSettings.Name, "false")
        .UseSetting("ConnectionStrings:Accounts", $"Data Source={_file};Pooling=False") // whose pool may lend a connection twice
        .ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(_clock).AddDataProtection().UseEphemeralDataProtectionProvider();
            ConfigureServices?.Invoke(services);
        });

    // Only what the host is configured by is there when the sample asks which sign-ins it has settings for.
    protected override IHost CreateHost(IHostBuilder builder) =>
        base.CreateHost(builder.ConfigureHostConfiguration(configuration => configuration.AddInMemoryCollection(Settings)));

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        foreach (var end in (string[])["", "-wal", "-shm"])
        {
            File.Delete(_file + end);
        }
    }

    // Two pages of one user in one second would have one launch between them.
    private Page Open(Func<HttpClient, HttpClient> sign)
    {
        Advance(TimeSpan.FromSeconds(1));
        return new(sign(CreateClient()));
    }

    private static HttpClient With(HttpClient client, AuthenticationHeaderValue authorization)
    {
        client.DefaultRequestHeaders.Authorization = authorization;
        return client;
    }
}
