namespace MiniApp.AspNetCore.Redis;

/// <summary>How Redis is used. Every instance of an application must have the same.</summary>
public sealed class MiniAppRedisOptions
{
    /// <summary>
    /// What every key and channel begins with, so that applications can share a Redis: <c>miniapp:</c> unless it is set. It may be empty, and
    /// has no braces, which decide in a cluster where a key lives.
    /// </summary>
    public string KeyPrefix { get; set; } = "miniapp:";

    /// <summary>
    /// How long a call waits for its answer: 250 milliseconds unless it is set, at most one minute. What was not answered by then is
    /// unavailable.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// After how many calls in a row without an answer no call is made for the time of <see cref="BreakFor"/>: 5 unless it is set, at least 1.
    /// </summary>
    public int BreakAfter { get; set; } = 5;

    /// <summary>
    /// How long no call is made then: one second unless it is set, at most one minute. After it, one call tries, and one more after each such
    /// time; when one is answered, all are made again.
    /// </summary>
    public TimeSpan BreakFor { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The application's name in Data Protection, which has to be the same on all instances and in every release, or none reads what another
    /// protected. <see langword="null"/> is the host's <c>ApplicationName</c>. A name that the application set with
    /// <c>SetApplicationName</c> stays.
    /// </summary>
    public string? ApplicationName { get; set; }

    /// <summary>
    /// Whether Redis keeps the keys of Data Protection: <see langword="true"/> unless it is set. A place that the application chose, such as
    /// with <c>PersistKeysToFileSystem</c>, stays.
    /// </summary>
    public bool KeepsDataProtectionKeys { get; set; } = true;
}
