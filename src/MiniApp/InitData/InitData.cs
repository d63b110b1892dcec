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
    private readonly long _authDate;

    /// <param name="query">The fields.</param>
    /// <param name="token">The token that nobody verified; <see langword="null"/> for what a verifier accepted.</param>
    private protected InitData(in InitDataQuery query, string? token)
    {
        Values = query.ReadValues();
        Token = token;
        _authDate = query.AuthDate;
    }

    /// <summary>
    /// When the app was opened: <c>auth_date</c>, in whole seconds, UTC, whichever unit it came in. It stays the same while the page is
    /// reloaded.
    /// </summary>
    public DateTimeOffset AuthDate => UnixTime.ToDateTimeOffset(_authDate);

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
    public LaunchId? LaunchId => Token is null ? MakeLaunchId() : null;

    MiniAppSubject? IMiniAppLaunch.App => FindApp();

    DateTimeOffset IMiniAppLaunch.Time => AuthDate;

    /// <summary>The token that it was read from, to be verified later; <see langword="null"/> where it is verified.</summary>
    internal string? Token { get; }

    private protected abstract MiniAppSubject? FindApp();

    /// <summary>Makes the id of init data that was proved, and of nothing in it that was not.</summary>
    private protected abstract LaunchId MakeLaunchId();

    /// <summary>A field's value; <see langword="null"/> where it is empty or not there.</summary>
    private protected string? Text(string name) => Values.FindText(name);
}
