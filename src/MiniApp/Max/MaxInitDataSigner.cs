using System.Buffers.Text;
using System.Globalization;
using System.Text;
using MiniApp;

namespace MaxMiniApp;

/// <summary>
/// Signs init data as MAX does, with a bot's token: for tests, samples and development without MAX. Safe for use by any number of
/// threads at once.
/// </summary>
public sealed class MaxInitDataSigner
{
    private readonly InitDataKeys _keys;
    private readonly TimeProvider _timeProvider;

    /// <summary>A signer for one bot.</summary>
    /// <param name="botToken">The bot's token. It may be made up.</param>
    /// <param name="timeProvider">The clock for init data that names no time; the system's by default.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="botToken"/> is empty or holds white space. The message doesn't hold it.
    /// </exception>
    public MaxInitDataSigner(string botToken, TimeProvider? timeProvider = null)
    {
        _keys = new InitDataKeys([InitDataKeys.Derive(MaxBotToken.Require(botToken, nameof(botToken)))]);
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <summary>The signed init data: what a page finds in <c>WebApp.initData</c>.</summary>
    /// <param name="opening">The opening of the mini app to sign.</param>
    /// <exception cref="ArgumentNullException"><paramref name="opening"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// A name of <see cref="MaxInitDataDescriptor.Additional"/> is empty, or is <c>hash</c>.
    /// </exception>
    public string SignInitData(MaxInitDataDescriptor opening)
    {
        ArgumentNullException.ThrowIfNull(opening);

        var fields = Fields(opening);
        fields[MaxInitDataFieldNames.Hash] = _keys.Hash(InitDataText.CreateCheckString(fields));
        return InitDataText.CreateQuery(fields);
    }

    /// <summary>The signed init data in base64url: a token for the <c>Authorization</c> header with no character that needs care.</summary>
    /// <inheritdoc cref="SignInitData(MaxInitDataDescriptor)"/>
    public string SignToken(MaxInitDataDescriptor opening) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(SignInitData(opening)));

    private Dictionary<string, string> Fields(MaxInitDataDescriptor opening)
    {
        var authDate = opening.AuthDate ?? _timeProvider.GetUtcNow();
        var fields = new InitDataFieldsBuilder()
            .Add(MaxInitDataFieldNames.Chat, opening.Chat is { } chat ? MaxJson.Write(chat) : null)
            .Add(MaxInitDataFieldNames.Ip, opening.Ip)
            .Add(MaxInitDataFieldNames.User, opening.User is { } user ? MaxJson.Write(user) : null)
            .Add(MaxInitDataFieldNames.QueryId, opening.QueryId)
            .Add(MaxInitDataFieldNames.AuthDate, authDate.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))
            .Add(MaxInitDataFieldNames.StartParam, opening.StartParam);

        return fields.AddAll(opening.Additional, nameof(opening));
    }
}
