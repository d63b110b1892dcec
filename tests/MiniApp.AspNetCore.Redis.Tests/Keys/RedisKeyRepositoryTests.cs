using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TestSupport;

namespace MiniApp.AspNetCore.Redis.Tests;

/// <summary>What one instance protects, all read: at the first start, after a loss, and in a release of another folder.</summary>
public sealed class RedisKeyRepositoryTests
{
    private static readonly byte[] Secret = [1, 2, 3];

    [Fact]
    public async Task Instances_that_start_together_have_one_key()
    {
        await using var redis = await RedisServer.StartAsync();
        var instances = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => StartAsync(redis)));

        byte[][] tokens = [.. instances.Select(instance => instance.Protector.Protect(Secret))];

        Assert.All(instances, instance => Assert.All(tokens, token => Assert.Equal(Secret, instance.Protector.Unprotect(token))));
        Assert.Single(instances[0].Services.GetRequiredService<IKeyManager>().GetAllKeys());
        await DisposeAsync(instances);
    }

    [Fact]
    public async Task Key_that_is_made_where_none_was_found_is_the_first_or_none_though_another_was_seen_meanwhile()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var services = Services();
        await using var others = Services();
        await using var lateOnes = Services();
        var (one, other, late) = (Of(services), Of(others), Of(lateOnes));

        Assert.All([one, other, late], repository => Assert.Empty(repository.GetAllElements()));
        other.StoreElement(new("key", "of the other"), "key-1");
        await one.WatchAsync(TestContext.Current.CancellationToken);
        one.StoreElement(new("key", "of the one"), "key-2");
        Assert.Equal("of the other", Assert.Single(one.GetAllElements()).Value);

        // Who has known of the first for a second makes another one.
        await late.WatchAsync(TestContext.Current.CancellationToken);
        await late.WatchAsync(TestContext.Current.CancellationToken);
        late.StoreElement(new("key", "of the late one"), "key-3");
        Assert.Equal(["of the late one", "of the other"], one.GetAllElements().Select(key => key.Value).Order(StringComparer.Ordinal));

        static RedisKeyRepository Of(ServiceProvider services) => services.GetRequiredService<RedisKeyRepository>();
        ServiceProvider Services() => new ServiceCollection().AddLogging().AddMiniAppRedis(redis.Address, Instance.Patient).BuildServiceProvider();
    }

    [Fact]
    public async Task A_release_in_another_folder_reads_what_the_last_one_protected()
    {
        await using var redis = await RedisServer.StartAsync();
        var folders = new[] { Directory.CreateTempSubdirectory("v1-"), Directory.CreateTempSubdirectory("v2-") };
        byte[] token;
        await using (var old = await StartAsync(redis, folders[0].FullName))
        {
            token = old.Protector.Protect(Secret);
        }

        await using var next = await StartAsync(redis, folders[1].FullName);

        Assert.Equal(Secret, next.Protector.Unprotect(token));
        Array.ForEach(folders, folder => folder.Delete());
    }

    [Fact]
    public async Task The_name_is_the_options_or_the_hosts_unless_the_application_set_one()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var byHost = await StartAsync(redis);
        await using var byOption = await Instance.StartAsync(redis, configure: options => options.ApplicationName = "Store");
        await using var byApplication = await Instance.StartAsync(services =>
        {
            services.AddDataProtection().SetApplicationName("Market");
            services.AddMiniAppRedis(redis.Address, options => options.ApplicationName = "Store");
        });

        Assert.Equal(
            ["Shop", "Store", "Market"],
            [NameOf(byHost), NameOf(byOption), NameOf(byApplication)]);
        Assert.ThrowsAny<CryptographicException>(() => byOption.Protector.Unprotect(byHost.Protector.Protect(Secret)));
    }

    [Fact]
    public async Task Another_place_that_the_application_chose_stays()
    {
        await using var redis = await RedisServer.StartAsync();
        var folder = Directory.CreateTempSubdirectory("keys-");
        await using (var instance = await Instance.StartAsync(services =>
        {
            services.AddMiniAppRedis(redis.Address, Instance.Patient);
            services.AddDataProtection().PersistKeysToFileSystem(folder);
        }))
        {
            instance.Protector.Protect(Secret);

            Assert.Single(folder.EnumerateFiles("key-*.xml"));
            Assert.Equal(":0", await redis.SendAsync("EXISTS", "miniapp:keys"));
            Assert.Equal(HealthStatus.Healthy, (await instance.HealthAsync()).Status);
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Without_the_option_redis_keeps_no_keys()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var instance = await Instance.StartAsync(redis, configure: options => options.KeepsDataProtectionKeys = false);

        Assert.Null(instance.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<KeyManagementOptions>>().Value.XmlRepository);
        Assert.Equal(":0", await redis.SendAsync("EXISTS", "miniapp:keys"));
    }

    [Fact]
    public async Task A_redis_that_lost_the_keys_gets_them_back_and_a_new_instance_reads_what_is_out_there()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var one = await StartAsync(redis);
        await using var two = await StartAsync(redis);
        var token = one.Protector.Protect(Secret);

        await redis.KillAsync();
        await redis.StartAgainAsync();

        await Eventually.HoldsAsync(async () => await redis.SendAsync("HLEN", "miniapp:keys") == ":2", "the keys are back");
        await using var three = await StartAsync(redis);
        Assert.Equal(Secret, three.Protector.Unprotect(token));
        Assert.Equal(Secret, two.Protector.Unprotect(three.Protector.Protect(Secret)));
        await Eventually.HoldsAsync(
            () => one.Said.Concat(two.Said).Contains("Warning: Redis has lost the keys of Data Protection. This instance gave back what it knows."),
            "it is said");
    }

    [Fact]
    public async Task A_key_that_an_instance_made_after_a_loss_is_known_to_the_others()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var old = await StartAsync(redis);
        var before = old.Protector.Protect(Secret);

        // As if another instance had found the Redis empty first.
        var stranger = await Instance.StartAsync(redis, configure: options => options.KeyPrefix = "other:");
        var after = stranger.Protector.Protect(Secret);
        await stranger.DisposeAsync();
        await redis.SendAsync("EVAL", "redis.call('DEL', 'miniapp:keys') redis.call('RENAME', 'other:keys', 'miniapp:keys')", "0");

        await Eventually.HoldsAsync(() => Reads(old, after), "the new key is known");
        Assert.True(Reads(old, before));
        await Eventually.HoldsAsync(async () => await redis.SendAsync("HLEN", "miniapp:keys") == ":3", "both keys are there");
        await using var cold = await StartAsync(redis);
        Assert.Equal((true, true), (Reads(cold, before), Reads(cold, after)));
    }

    [Fact]
    public async Task Without_redis_keys_are_neither_read_nor_kept()
    {
        // Nobody listens on this port, which only the system could open.
        await using var services = new ServiceCollection().AddLogging().AddMiniAppRedis("127.0.0.1:1").BuildServiceProvider();
        var repository = services.GetRequiredService<RedisKeyRepository>();

        var unread = Assert.Throws<MiniAppStoreUnavailableException>(() => repository.GetAllElements());
        Assert.StartsWith("The keys of Data Protection were not read: Redis gave no ", unread.Message, StringComparison.Ordinal);
        var lost = Assert.Throws<MiniAppStoreUnavailableException>(() => repository.StoreElement(new("key"), "key-1"));
        Assert.StartsWith("A key of Data Protection was not kept: Redis gave no ", lost.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("element", () => repository.StoreElement(null!, "key-1"));
        Assert.False(repository.WasRead);
    }

    [Fact]
    public async Task Keys_are_revoked_for_all()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var one = await StartAsync(redis);
        await using var two = await StartAsync(redis);
        var keys = one.Services.GetRequiredService<IKeyManager>();
        var first = two.Protector.Protect(Secret);

        foreach (var key in keys.GetAllKeys())
        {
            keys.RevokeKey(key.KeyId);
        }

        await Eventually.HoldsAsync(() => !Reads(two, first), "each key is void");
        var second = two.Protector.Protect(Secret);
        Assert.True(Reads(two, second));
        keys.RevokeAllKeys(TimeProvider.System.GetUtcNow(), "test");
        await Eventually.HoldsAsync(() => !Reads(two, second), "all keys are void");
    }

    [Theory]
    [InlineData("HSET", "miniapp:keys", "born", "x", "key-1", "no XML")]
    [InlineData("SET", "miniapp:keys", "x")]
    public async Task An_instance_that_finds_nonsense_has_no_keys_and_is_not_ready(params string[] command)
    {
        await using var redis = await RedisServer.StartAsync();
        await redis.SendAsync(command);
        await using var instance = await StartAsync(redis);

        Assert.ThrowsAny<Exception>(() => instance.Protector.Protect(Secret));
        Assert.Equal(HealthStatus.Unhealthy, (await instance.HealthAsync()).Status);
        Assert.Contains(instance.Said, line => line.StartsWith("Warning: Redis does not serve keys: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_instance_that_starts_before_redis_gets_its_keys_later()
    {
        var redis = await RedisServer.StartAsync();
        await redis.KillAsync();
        await using var instance = await StartAsync(redis);
        Assert.ThrowsAny<Exception>(() => instance.Protector.Protect(Secret));

        await redis.StartAgainAsync();

        await Eventually.HoldsAsync(async () => (await instance.HealthAsync()).Status == HealthStatus.Healthy, "it is ready");
        Assert.True(Reads(instance, instance.Protector.Protect(Secret)));
        await redis.DisposeAsync();
    }

    private static Task<Instance> StartAsync(RedisServer redis, string? folder = null) =>
        Instance.StartAsync(services => services.AddMiniAppRedis(redis.Address, Instance.Patient), clock: null, folder);

    private static string NameOf(Instance instance) =>
        instance.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<DataProtectionOptions>>().Value.ApplicationDiscriminator!;

    private static bool Reads(Instance instance, byte[] token)
    {
        try
        {
            return instance.Protector.Unprotect(token).AsSpan().SequenceEqual(Secret);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static async Task DisposeAsync(IEnumerable<Instance> instances)
    {
        foreach (var instance in instances)
        {
            await instance.DisposeAsync();
        }
    }
}
