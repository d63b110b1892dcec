using System.Diagnostics.CodeAnalysis;
using MiniApp;

namespace MaxMiniApp;

/// <summary>
/// The init data that MAX proved, typed (<see href="https://dev.max.ru/docs/webapps/bridge">MAX's page</see>). It describes the moment at
/// which the mini app was opened.
/// </summary>
/// <inheritdoc/>
public sealed class MaxInitData : InitData
{
    private static readonly InitDataFormat Format = new MaxInitDataVerifierOptions().ToFormat();

    internal MaxInitData(in InitDataQuery query, string? token)
        : base(query, token)
    {
        User = query.ReadObject("user"u8, MaxUserReader.Read) ?? new MaxUser { Id = 0 };
        Chat = query.ReadObject("chat"u8, MaxChatReader.Read);
    }

    /// <summary>Who opened the mini app: <c>user</c>.</summary>
    public MaxUser User { get; }

    /// <summary>The chat in which the app was opened: <c>chat</c>.</summary>
    public MaxChat? Chat { get; }

    /// <summary>The address of the user's device on the network, as MAX saw it: <c>ip</c>.</summary>
    public string? Ip => Text(MaxInitDataFieldNames.Ip);

    /// <inheritdoc/>
    public override MiniAppSubject? Subject => User.Id > 0 ? MiniAppSubject.MaxUser(User.Id) : null;

    /// <summary>
    /// Whether a token looks like init data of MAX's, to tell it from tokens of other kinds. Nothing is verified. Telegram's init data
    /// looks the same.
    /// </summary>
    /// <param name="token">The token. One of more than 8,192 bytes or 128 fields never does.</param>
    public static bool LooksLikeInitData(ReadOnlySpan<char> token)
    {
        using var query = new InitDataQuery(token, Format);
        return !query.IsMalformed;
    }

    /// <summary>
    /// Takes the init data out of a token, and judges nothing: base64 and the address around it are gone, and it is split, but nothing of
    /// it was verified, and it may not even be init data.
    /// </summary>
    /// <param name="token">The token, of at most 8,192 bytes.</param>
    /// <param name="query">What is in it.</param>
    /// <returns><see langword="false"/> for a token that is neither text nor base64 of one, or is too long.</returns>
    public static bool TryDecode(ReadOnlySpan<char> token, [NotNullWhen(true)] out TokenQuery? query)
    {
        query = InitDataQuery.Decode(token, Format);
        return query is not null;
    }

    /// <summary>
    /// Reads what a token says, whoever wrote it: for diagnosis, never for a decision. To sign a user in, use
    /// <see cref="MaxInitDataVerifier"/>.
    /// </summary>
    /// <param name="token">The token, of at most 8,192 bytes and 128 fields.</param>
    /// <param name="unverified">What it says; a missing user has the id 0.</param>
    /// <returns><see langword="false"/> for a token that is malformed.</returns>
    public static bool TryParseUnverified(ReadOnlySpan<char> token, [NotNullWhen(true)] out MaxInitData? unverified)
    {
        using var query = new InitDataQuery(token, Format);
        unverified = query.IsMalformed ? null : new MaxInitData(query, token.ToString());
        return unverified is not null;
    }

    private protected override MiniAppSubject? FindApp() => null;

    // Neither init data nor a bot's token says which bot it is, but no two bots make the same hash.
    private protected override LaunchId MakeLaunchId() => InitDataHash.MakeLaunchId(MiniAppSubject.Platform("max"), Hash!);
}
