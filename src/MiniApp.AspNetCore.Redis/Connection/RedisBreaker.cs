namespace MiniApp.AspNetCore.Redis;

/// <summary>Keeps callers from waiting for what does not answer: after some failures in a row, only one call in a while is let through.</summary>
internal sealed class RedisBreaker(int failures, TimeSpan pause, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private int _inARow;
    private long _nextTrial;

    /// <summary>Whether calls are kept back.</summary>
    public bool IsOpen => Volatile.Read(ref _inARow) >= failures;

    /// <summary>Whether a call may be made: any while closed, one in each pause while open.</summary>
    public bool TryEnter()
    {
        if (!IsOpen)
        {
            return true;
        }

        lock (_lock)
        {
            var now = clock.GetTimestamp();
            if (now < _nextTrial)
            {
                return false;
            }

            _nextTrial = now + PauseTicks;
            return true;
        }
    }

    public void Succeeded() => Volatile.Write(ref _inARow, 0);

    public void Failed()
    {
        lock (_lock)
        {
            _inARow = Math.Min(_inARow + 1, failures);
            _nextTrial = clock.GetTimestamp() + PauseTicks;
        }
    }

    private long PauseTicks => (long)(pause.TotalSeconds * clock.TimestampFrequency);
}
