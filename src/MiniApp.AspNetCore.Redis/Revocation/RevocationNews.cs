using StackExchange.Redis;

namespace MiniApp.AspNetCore.Redis;

/// <summary>Hears that something changed, where the connection can listen.</summary>
internal sealed class RevocationNews(RedisConnection connection, RedisChannel channel)
{
    private TaskCompletionSource _change = New();
    private bool _listens;

    /// <summary>Waits for the next change that is told. It throws where it can't listen.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        var change = Volatile.Read(ref _change).Task;
        if (!Volatile.Read(ref _listens))
        {
            var multiplexer = await connection.ConnectAsync().WaitAsync(cancellationToken);
            await multiplexer.GetSubscriber().SubscribeAsync(channel, (_, _) => Tell()).WaitAsync(cancellationToken);
            Volatile.Write(ref _listens, true);
        }

        await change.WaitAsync(cancellationToken);
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Tell() => Interlocked.Exchange(ref _change, New()).TrySetResult();
}
