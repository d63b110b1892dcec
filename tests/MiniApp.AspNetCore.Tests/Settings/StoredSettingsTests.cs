using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Secrets that a service of the application's knows.</summary>
public class StoredSettingsTests
{
    private const string Accepted = "accepted";
    private const string Forged = nameof(MiniAppInvalidSignatureException);

    public static TheoryData<string> Platforms => PlatformScheme.Names;

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Store_is_asked_again_when_it_says_that_it_has_news(string name)
    {
        var platform = PlatformScheme.Of(name);
        var (old, @new) = (platform.Secret("the-old"), platform.Secret("the-new"));
        var store = new SecretStore(old);
        await using var app = await StartAsync(platform, store);

        store.Secret = @new;
        Assert.Equal((Accepted, Forged), (await app.VerdictAsync(platform.SignedBy(old)), await app.VerdictAsync(platform.SignedBy(@new))));

        store.TellNews();
        Assert.Equal((Forged, Accepted), (await app.VerdictAsync(platform.SignedBy(old)), await app.VerdictAsync(platform.SignedBy(@new))));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Store_is_asked_again_when_the_configuration_changes(string name)
    {
        var platform = PlatformScheme.Of(name);
        var store = new SecretStore(platform.Secret("the-old"));
        await using var app = await StartAsync(platform, store);

        store.Secret = platform.Secret("the-new");
        app.Settings.Change(("Lifetime", "00:10:00"));

        Assert.Equal(Accepted, await app.VerdictAsync(platform.SignedBy(store.Secret)));
        Assert.Equal(TimeSpan.FromMinutes(10), platform.OptionsOf(app.Services).Lifetime);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Store_that_fails_leaves_the_last_secret_in_force_and_its_message_unsaid(string name)
    {
        var platform = PlatformScheme.Of(name);
        var secret = platform.Secret("the-old");
        var store = new SecretStore(secret);
        await using var app = await StartAsync(platform, store);

        store.Fault = new TimeoutException("no answer from vault://user:hush-hush@vault");
        store.TellNews();

        Assert.Equal(Accepted, await app.VerdictAsync(platform.SignedBy(secret)));
        var fault = $"Authentication scheme '{name}': its settings could not be read, because of System.TimeoutException.";
        Assert.EndsWith(" " + fault, Assert.Single(app.RefusedChanges).Message, StringComparison.Ordinal);
        Assert.Equal((HealthStatus.Degraded, fault), ((await app.HealthAsync()).Status, (await app.HealthAsync()).Description));
        Assert.All(app.Logs.Entries, entry => Assert.DoesNotContain("hush-hush", entry.Message + entry.Details, StringComparison.Ordinal));

        store.Fault = null;
        store.TellNews();

        Assert.Equal(HealthStatus.Healthy, (await app.HealthAsync()).Status);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Store_that_fails_at_the_start_keeps_the_host_from_starting(string name)
    {
        var fault = new TimeoutException("no answer");
        var store = new SecretStore("") { Fault = fault };

        Assert.Same(fault, await Assert.ThrowsAsync<TimeoutException>(() => StartAsync(PlatformScheme.Of(name), store)));
    }

    [Fact]
    public async Task Scheme_may_have_a_name_of_its_own()
    {
        await using var app = await TestApp.StartWithAsync(builder => builder.Services
            .AddSingleton(new SecretStore("51:token"))
            .AddAuthentication()
            .AddVkMiniApp<SecretStore>("vk", (options, store) => options.AddApp(1, store.Read()))
            .AddTelegramMiniApp<SecretStore>("telegram", (options, store) => options.AddBot(store.Read()))
            .AddMaxMiniApp<SecretStore>("max", (options, store) => options.AddBot(store.Read())));

        foreach (var scheme in new[] { "vk", "telegram", "max" })
        {
            Assert.True((await app.AuthenticateBySchemeAsync(scheme)).None);
        }
    }

    [Fact]
    public void Arguments_must_be_there()
    {
        var builder = new ServiceCollection().AddAuthentication();

        Assert.Throws<ArgumentNullException>("configureOptions", () => builder.AddVkMiniApp<SecretStore>(null!));
        Assert.Throws<ArgumentNullException>("configureOptions", () => builder.AddTelegramMiniApp<SecretStore>(null!));
        Assert.Throws<ArgumentNullException>("configureOptions", () => builder.AddMaxMiniApp<SecretStore>(null!));
        builder = null!;
        Assert.Throws<ArgumentNullException>("builder", () => builder.AddVkMiniApp<SecretStore>((_, _) => { }));
        Assert.Throws<ArgumentNullException>("builder", () => builder.AddTelegramMiniApp<SecretStore>((_, _) => { }));
        Assert.Throws<ArgumentNullException>("builder", () => builder.AddMaxMiniApp<SecretStore>((_, _) => { }));
    }

    private static Task<LiveApp> StartAsync(PlatformScheme platform, SecretStore store) => LiveApp.StartAsync(platform, builder =>
    {
        builder.Services.AddSingleton(store);
        platform.AddStored(builder.Services.AddAuthentication());
    });
}
