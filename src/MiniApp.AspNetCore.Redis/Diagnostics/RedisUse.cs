using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore.Redis;

/// <summary>
/// One of the things that Redis is used for. It says when that stops working and when it works again: each at most once in a minute.
/// </summary>
internal sealed class RedisUse(string name, string whatThen, ILogger logger, TimeProvider clock)
{
    private static readonly TimeSpan Reminder = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private volatile string? _fault;
    private bool _isTold;
    private long _since;
    private long? _said;

    /// <summary>Its name, as in the metrics.</summary>
    public string Name => name;

    /// <summary>Why it does not work now; <see langword="null"/> while it does, or was not tried.</summary>
    public string? Fault => _fault;

    public void Succeeded()
    {
        if (_fault is null)
        {
            return;
        }

        lock (_lock)
        {
            _fault = null;
            if (_isTold)
            {
                _isTold = false;
                RedisLog.WorksAgain(logger, name, Math.Round(clock.GetElapsedTime(_since).TotalSeconds, 1));
            }
        }
    }

    public void Failed(string fault)
    {
        lock (_lock)
        {
            if (_fault is null)
            {
                _fault = fault;
                _since = clock.GetTimestamp();
            }

            // Also where it worked in between: of a cluster that has lost a server, one call fails and the next one does not.
            if (_said is { } said && clock.GetElapsedTime(said) < Reminder)
            {
                return;
            }

            (_fault, _said, _isTold) = (fault, clock.GetTimestamp(), true);
            RedisLog.DoesNotWork(logger, name, fault, whatThen);
        }
    }
}
