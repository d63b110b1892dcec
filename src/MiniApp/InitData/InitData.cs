using System.Collections.Immutable;

namespace MiniApp;

/// <summary>
/// What Telegram and MAX hand to a mini app's page, proved by the platform. It describes the moment at which the mini app was opened.
/// </summary>
/// <remarks>
/// What a platform adds without notice is there by name, through <see cref="this[string]"/> and <see cref="Values"/>. A field that is
/// empty, or can't be read as its type, reads as absent, other than the time and the user without which no init data is accepted; as it
/// came, it is there by name.
/// </remarks>
public abstract class InitData : IMiniAppLaunch
{
    private protected InitData(in InitDataQuery query)
    {
        Values = query.ReadValues();
        AuthDate = UnixTime.ToDateTimeOffset(query.AuthDate);
    }

    /// <summary>
    /// When the app was opened: <c>auth_date</c>, in whole seconds, UTC, whichever unit it came in. It stays the same while the page is
    /// reloaded.
    /// </summary>
    public DateTimeOffset AuthDate { get; }

    /// <summary>What the app's link carries, such as behind <c>startapp=</c>: <c>start_param</c>.</summary>
    public string? StartParam => Text("start_param");

    /// <summary>The session's id: <c>query_id</c>. In Telegram, for answering with <c>answerWebAppQuery</c>.</summary>
    public string? QueryId => Text("query_id");

    /// <summary>
    /// The proof by bot token, as it came: <c>hash</c>. It was not checked where a Telegram bot is known by its id alone.
    /// </summary>
    public string? Hash => Text("hash");

    /// <summary>Every field, decoded, in the ordinal order of the names.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Values { get; }

    /// <summary>A field's decoded value, which may be empty; <see langword="null"/> where it is not there.</summary>
    /// <param name="name">The full name, such as <c>start_param</c>, compared ordinally.</param>
    public string? this[string name] => Values.Find(name);

    /// <inheritdoc/>
    public abstract MiniAppSubject? Subject { get; }

    /// <inheritdoc/>
    public abstract LaunchId? LaunchId { get; }

    MiniAppSubject? IMiniAppLaunch.App => FindApp();

    DateTimeOffset IMiniAppLaunch.Time => AuthDate;

    private protected abstract MiniAppSubject? FindApp();

    /// <summary>A field's value; <see langword="null"/> where it is empty or not there.</summary>
    private protected string? Text(string name) => Values.FindText(name);
}
