namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>The latest calls of the mini app's page. Safe for use by any number of threads at once.</summary>
internal sealed class CallLog
{
    public const int Capacity = 200;

    private readonly Queue<Call> _calls = new(Capacity);
    private readonly Lock _lock = new();
    private long _last;

    public void Add(Call call)
    {
        lock (_lock)
        {
            if (_calls.Count == Capacity)
            {
                _calls.Dequeue();
            }

            _calls.Enqueue(call with { Number = ++_last });
        }
    }

    /// <summary>The calls that are still known, of those after this number.</summary>
    public CallList After(long number)
    {
        lock (_lock)
        {
            // A number of a time before the back end was started again means nothing now.
            var known = number <= _last ? number : 0;
            return new CallList(_last, [.. _calls.Where(call => call.Number > known)]);
        }
    }
}
