using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using MiniApp;

namespace MaxMiniApp;

/// <summary>
/// The init data that MAX proved, typed (<see href="https://dev.max.ru/docs/webapps/bridge">MAX's page</see>). It tells of the moment in
/// which the mini app was opened.
/// </summary>
/// <remarks>
/// What MAX adds without notice is there by name, through <see cref="this[string]"/> and <see cref="Values"/>. A field that can't be
/// read as its type, other than the time and the user without which no init data is accepted, reads as absent.
/// </remarks>
public sealed class MaxInitData
{
    private readonly InitDataFields _fields;

    internal MaxInitData(in InitDataQuery query)
    {
        _fields = query.ToFields();
        User = JsonObjects.Read(query.Value("user"u8), query.Scratch(), MaxJson.Default.MaxUser) ?? new MaxUser { Id = 0 };
        Chat = JsonObjects.Read(query.Value("chat"u8), query.Scratch(), MaxJson.Default.MaxChat);
    }

    /// <summary>Who opened the mini app: <c>user</c>.</summary>
    public MaxUser User { get; }

    /// <summary>The chat in which the app was opened: <c>chat</c>.</summary>
    public MaxChat? Chat { get; }

    /// <summary>What the app's link carries behind <c>startapp=</c>: <c>start_param</c>.</summary>
    public string? StartParam => this[MaxInitDataFieldNames.StartParam];

    /// <summary>The session's id: <c>query_id</c>.</summary>
    public string? QueryId => this[MaxInitDataFieldNames.QueryId];

    /// <summary>The address of the user's device on the network, as MAX saw it: <c>ip</c>.</summary>
    public string? Ip => this[MaxInitDataFieldNames.Ip];

    /// <summary>
    /// When the app was opened: <c>auth_date</c>, in whole seconds, UTC, whichever unit it came in. It stays the same while the page is
    /// reloaded.
    /// </summary>
    public DateTimeOffset AuthDate => _fields.AuthDate;

    /// <summary>The proof, as it came: <c>hash</c>.</summary>
    public string? Hash => this[MaxInitDataFieldNames.Hash];

    /// <summary>Every field, decoded, in the ordinal order of the names.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Values => _fields.Values;

    /// <summary>A field's decoded value; <see langword="null"/> where it is not there.</summary>
    /// <param name="name">The full name, such as <c>start_param</c>, compared ordinally.</param>
    public string? this[string name] => _fields[name];

    /// <summary>
    /// Reads what a token says, whoever wrote it: for diagnosis, never for a decision. To sign a user in, use
    /// <see cref="MaxInitDataVerifier.Verify(string?)"/>.
    /// </summary>
    /// <param name="token">The token, of at most 8,192 characters and 128 fields.</param>
    /// <param name="unverified">What it says; a missing user has the id 0.</param>
    /// <returns><see langword="false"/> for a token that is malformed.</returns>
    public static bool TryParseUnverified(ReadOnlySpan<char> token, [NotNullWhen(true)] out MaxInitData? unverified)
    {
        using var query = new InitDataQuery(token, MaxInitDataFormat.Create());
        unverified = query.IsMalformed ? null : new MaxInitData(query);
        return unverified is not null;
    }
}
