using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TestSupport;

namespace MiniApp.AspNetCore.Redis.Tests;

/// <summary>What two instances know of each other's keys, and what they do when Redis loses them: look by look, without a host that looks once a second.</summary>
public sealed class LostKeysTests : IAsyncLifetime
{
    private const string Told = "Redis has lost the keys of Data Protection. This instance gave back what it knows.";

    private readonly LogCollector _log = new();
    private RedisServer _redis = null!;
    private ServiceProvider _services = null!;
    private ServiceProvider _otherServices = null!;

    private RedisKeyRepository One => _services.GetRequiredService<RedisKeyRepository>();

    private RedisKeyRepository Other => _otherServices.GetRequiredService<RedisKeyRepository>();

    public async ValueTask InitializeAsync()
    {
        _redis = await RedisServer.StartAsync();
        _services = Create();
        _otherServices = Create();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _otherServices.DisposeAsync();
        await _redis.DisposeAsync();
        _log.Dispose();
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void Key_that_is_made_later_is_kept_beside_the_first(bool isReadBefore, bool isReadBetween)
    {
        Look(isReadBefore);
        Store(One, "1");
        Look(isReadBetween);
        Store(One, "2");

        Assert.Equal(["1", "2"], Read(Other));

        void Look(bool reads) => Assert.True(!reads || Read(One) is not null);
    }

    [Fact]
    public void Key_that_is_made_by_who_has_not_looked_is_kept_beside_those_that_are_there()
    {
        Read(One);
        Store(One, "1");
        Store(Other, "2");

        Assert.Equal(["1", "2"], Read(One));
    }

    [Fact]
    public void Of_the_first_keys_of_two_that_found_none_one_is_kept()
    {
        Read(One);
        Read(Other);
        Store(One, "1");
        Store(Other, "2");

        Assert.Equal(["1"], Read(Other));
    }

    [Fact]
    public void Revocation_that_comes_before_all_keys_takes_the_place_of_none()
    {
        Read(One);
        One.StoreElement(XElement.Parse("<revocation id=\"all\"/>"), "revocation-all");
        Store(One, "1");

        Assert.Equal(["1", "all"], Read(Other));
    }

    [Fact]
    public async Task Keys_are_read_anew_when_another_instance_made_one_and_not_otherwise()
    {
        Store(One, "1");
        Read(One);
        var change = One.NextChange;
        await One.WatchAsync(default);
        Assert.False(change.IsCancellationRequested);

        Read(Other);
        Store(Other, "2");
        await One.WatchAsync(default);
        Assert.True(change.IsCancellationRequested);
        var next = One.NextChange;
        await One.WatchAsync(default);
        Assert.False(next.IsCancellationRequested);
    }

    [Fact]
    public async Task Loss_is_told_once_and_what_is_taken_away_after_it_stays_away()
    {
        Store(One, "1");
        Read(One);
        await LoseAsync();

        await One.WatchAsync(default);
        Assert.Equal(["1"], Read(Other));
        await One.WatchAsync(default);
        Assert.Equal([Told], _log.Entries.Select(entry => entry.Message));

        Assert.Equal(":1", await _redis.SendAsync("HDEL", "miniapp:keys", "key-1"));
        await One.WatchAsync(default);
        await One.WatchAsync(default);
        Assert.Empty(Read(Other));
    }

    [Fact]
    public async Task Loss_upon_a_loss_takes_no_key_away()
    {
        Store(One, "1");
        Read(One);
        await LoseAsync();
        Assert.Equal(["1"], Read(One));
        await LoseAsync();

        await One.WatchAsync(default);

        Assert.Equal(["1"], Read(One));
        Assert.Equal(["1"], Read(Other));
    }

    [Fact]
    public async Task Key_that_another_instance_made_after_a_loss_is_read_beside_those_that_were_lost()
    {
        Store(One, "1");
        Read(One);
        await LoseAsync();
        Store(Other, "2");

        Assert.Equal(["1", "2"], Read(One));
        await One.WatchAsync(default);
        Assert.Equal(["1", "2"], Read(Other));
    }

    private static void Store(RedisKeyRepository repository, string id) =>
        repository.StoreElement(new XElement("key", new XAttribute("id", id)), "key-" + id);

    private static string[] Read(RedisKeyRepository repository) =>
        [.. repository.GetAllElements().Select(element => element.Attribute("id")!.Value).Order(StringComparer.Ordinal)];

    private async Task LoseAsync() => Assert.Equal(":1", await _redis.SendAsync("DEL", "miniapp:keys"));

    private ServiceProvider Create() => new ServiceCollection().AddLogging(logging => logging.AddProvider(_log))
        .AddMiniAppRedis(_redis.Address, Instance.Patient).BuildServiceProvider();
}
