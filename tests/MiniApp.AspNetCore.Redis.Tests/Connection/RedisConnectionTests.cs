using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;
using TestSupport;

namespace MiniApp.AspNetCore.Redis.Tests;

/// <summary>What becomes of a call that has no answer or one that comes too late, and of the calls behind it.</summary>
public sealed class RedisConnectionTests : IAsyncLifetime
{
    private RedisServer _redis = null!;

    public async ValueTask InitializeAsync() => _redis = await RedisServer.StartAsync();

    public async ValueTask DisposeAsync() => await _redis.DisposeAsync();

    [Fact]
    public async Task Error_is_an_answer_after_which_the_silences_are_counted_anew()
    {
        await using var services = await ConnectAsync(options => options.BreakAfter = 2);

        Assert.Equal((RedisFaults.Silent, "the answer ERR"), (await SilentAsync(services), await SendAsync(services, "NONSENSE")));
        Assert.Equal((RedisFaults.Silent, null), (await SilentAsync(services), await SendAsync(services, "PING")));

        Assert.Equal((RedisFaults.Silent, RedisFaults.Silent), (await SilentAsync(services), await SilentAsync(services)));
        Assert.Equal(RedisFaults.KeptBack, await SendAsync(services, "PING"));
    }

    [Fact]
    public async Task Call_that_is_kept_back_is_one_that_its_own_use_lacks()
    {
        await using var services = await ConnectAsync(options => options.BreakAfter = 1);
        var uses = services.GetRequiredService<RedisUses>();
        await SilentAsync(services);

        await Assert.ThrowsAsync<MiniAppStoreUnavailableException>(
            () => services.GetRequiredService<IRevocationStore>().ReadAsync(null, isWhole: true, default));

        Assert.Equal([RedisFaults.Silent, RedisFaults.KeptBack, null], uses.All.Select(use => use.Fault));
    }

    [Fact]
    public async Task Call_that_was_sent_when_its_time_was_over_has_no_answer_unless_it_is_there_by_then()
    {
        await using var services = await ConnectAsync(options => options.Timeout = TimeSpan.FromMilliseconds(1));

        Assert.Equal((0, RedisFaults.Silent), await CallLateAsync(services, new TaskCompletionSource<int>().Task));
        Assert.Equal((7, null), await CallLateAsync(services, Task.FromResult(7)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Fault_that_comes_when_nobody_waits_any_more_is_no_unobserved_one(bool hasCallerLeft)
    {
        var unobserved = new ConcurrentQueue<string>();
        EventHandler<UnobservedTaskExceptionEventArgs> note = (_, fault) => unobserved.Enqueue(fault.Exception.ToString());
        TaskScheduler.UnobservedTaskException += note;
        try
        {
            // A fault counts as unobserved once its task is collected, which nothing on this stack may keep.
            var answer = await Task.Run(() => FailLateAsync(hasCallerLeft, "miniapp:keys"));
            for (var start = Stopwatch.GetTimestamp(); answer.TryGetTarget(out _) && Stopwatch.GetElapsedTime(start) < Patience.Limit;)
            {
                await Task.Yield();
                GC.Collect();
            }

            Assert.False(answer.TryGetTarget(out _));
            GC.WaitForPendingFinalizers();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= note;
        }

        Assert.DoesNotContain(unobserved, fault => fault.Contains("miniapp:keys", StringComparison.Ordinal));
    }

    /// <summary>Connects without a host, which would make calls of its own.</summary>
    private async Task<ServiceProvider> ConnectAsync(Action<MiniAppRedisOptions> configure)
    {
        var services = new ServiceCollection().AddLogging().AddMiniAppRedis(_redis.Address, options =>
        {
            Instance.Patient(options);
            options.BreakFor = TimeSpan.FromMinutes(1);
            configure(options);
        }).BuildServiceProvider();
        await services.GetRequiredService<RedisConnection>().ConnectAsync();
        return services;
    }

    private static Task<RedisReply<T>> CallAsync<T>(
        ServiceProvider services, Func<IDatabase, Task<T>> call, CancellationToken cancellationToken = default) =>
        services.GetRequiredService<RedisConnection>().CallAsync(
            services.GetRequiredService<RedisUses>().Launches, call, static (database, send) => send(database), cancellationToken);

    private static async Task<string?> SendAsync(ServiceProvider services, string command) =>
        (await CallAsync(services, database => database.ExecuteAsync(command))).Fault;

    private static async Task<string?> SilentAsync(ServiceProvider services) =>
        (await CallAsync<int>(services, _ => throw new TimeoutException())).Fault;

    /// <summary>Makes a call that takes more than its time before it waits for its answer.</summary>
    private static async Task<(int Value, string? Fault)> CallLateAsync(ServiceProvider services, Task<int> answer)
    {
        var reply = await CallAsync(services, _ =>
        {
            var start = Stopwatch.GetTimestamp();
            SpinWait.SpinUntil(() => Stopwatch.GetElapsedTime(start) > TimeSpan.FromMilliseconds(5));
            return answer;
        }).WaitAsync(TimeSpan.FromSeconds(30));
        return (reply.Value, reply.Fault);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<WeakReference<Task>> FailLateAsync(bool hasCallerLeft, string message)
    {
        await using var services = await ConnectAsync(options => options.Timeout = TimeSpan.FromMilliseconds(hasCallerLeft ? 60_000 : 1));
        using var caller = new CancellationTokenSource();
        var answer = new TaskCompletionSource<int>();
        var reply = CallAsync(services, _ => answer.Task, caller.Token);
        if (hasCallerLeft)
        {
            await caller.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reply);
        }
        else
        {
            Assert.Equal(RedisFaults.Silent, (await reply).Fault);
        }

        answer.SetException(new RedisServerException(message));
        return new(answer.Task);
    }
}
