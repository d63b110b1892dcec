namespace MiniApp.AspNetCore.Redis;

/// <summary>How Redis is used. Every instance of an application must have the same.</summary>
public sealed class MiniAppRedisOptions
{
    /// <summary>
    /// What every key and channel begins with, so that applications can share a Redis. It may be empty, and has no braces, which decide in a
    /// cluster where a key lives.
    /// </summary>
    /// <value><c>miniapp:</c>.</value>
    public string KeyPrefix { get; set; } = "miniapp:";

    /// <summary>How long a call waits for its answer. What was not answered by then is unavailable.</summary>
    /// <value>250 milliseconds. Above zero, and at most one minute.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>After how many calls in a row without an answer no call is made for the time of <see cref="BreakFor"/>.</summary>
    /// <value>5. From 1 up.</value>
    public int BreakAfter { get; set; } = 5;

    /// <summary>
    /// How long no call is made then. After it, one call tries, and one more after each such time; when one is answered, all are made again.
    /// </summary>
    /// <value>One second. Above zero, and at most one minute.</value>
    public TimeSpan BreakFor { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The application's name in Data Protection, which has to be the same on all instances and in every release, or none reads what another
    /// protected. A name that the application set with <c>SetApplicationName</c> stays.
    /// </summary>
    /// <value><see langword="null"/>: the host's <c>ApplicationName</c>.</value>
    public string? ApplicationName { get; set; }

    /// <summary>
    /// Whether Redis keeps the keys of Data Protection. A place that the application chose, such as with <c>PersistKeysToFileSystem</c>, stays.
    /// </summary>
    /// <value><see langword="true"/>.</value>
    public bool KeepsDataProtectionKeys { get; set; } = true;
}
