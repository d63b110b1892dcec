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
            await ListenAsync(multiplexer.GetSubscriber()).WaitAsync(cancellationToken);
            Volatile.Write(ref _listens, true);
        }

        await change.WaitAsync(cancellationToken);
    }

    // The client keeps a listener also where the server does not let it listen, and would keep one more with each try.
    private async Task ListenAsync(ISubscriber subscriber)
    {
        try
        {
            await subscriber.SubscribeAsync(channel, Hear);
        }
        catch (Exception)
        {
            await subscriber.UnsubscribeAsync(channel, Hear, CommandFlags.FireAndForget);
            throw;
        }
    }

    private void Hear(RedisChannel from, RedisValue message) => Tell();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Tell() => Interlocked.Exchange(ref _change, New()).TrySetResult();
}
