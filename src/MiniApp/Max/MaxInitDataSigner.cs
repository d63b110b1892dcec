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
    private readonly InitDataHash _hash;
    private readonly TimeProvider _timeProvider;

    /// <summary>A signer for one bot.</summary>
    /// <param name="botToken">The bot's token. It may be made up.</param>
    /// <param name="timeProvider">The clock for init data that names no time; the system's by default.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="botToken"/> is empty or holds white space. The message doesn't hold it.
    /// </exception>
    public MaxInitDataSigner(string botToken, TimeProvider? timeProvider = null)
    {
        _hash = new InitDataHash([MaxBotToken.DeriveKey(botToken, nameof(botToken))]);
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <summary>The signed init data: what a page finds in <c>WebApp.initData</c>.</summary>
    /// <param name="launch">The launch to sign.</param>
    /// <exception cref="ArgumentNullException"><paramref name="launch"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// A name of <see cref="MaxInitDataDescriptor.Additional"/> is empty, or is <c>hash</c>.
    /// </exception>
    public string SignInitData(MaxInitDataDescriptor launch)
    {
        ArgumentNullException.ThrowIfNull(launch);

        var fields = Fields(launch);
        fields[MaxInitDataFieldNames.Hash] = _hash.Compute(InitDataText.CreateCheckString(fields));
        return InitDataText.CreateQuery(fields);
    }

    /// <summary>The signed init data in base64url: a token for the <c>Authorization</c> header with no character that needs care.</summary>
    /// <inheritdoc cref="SignInitData(MaxInitDataDescriptor)"/>
    public string SignToken(MaxInitDataDescriptor launch) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(SignInitData(launch)));

    private Dictionary<string, string> Fields(MaxInitDataDescriptor launch)
    {
        var authDate = launch.AuthDate ?? _timeProvider.GetUtcNow();
        var fields = new InitDataFieldsBuilder()
            .Add(MaxInitDataFieldNames.Chat, launch.Chat is { } chat ? MaxJson.Write(chat) : null)
            .Add(MaxInitDataFieldNames.Ip, launch.Ip)
            .Add(MaxInitDataFieldNames.User, launch.User is { } user ? MaxJson.Write(user) : null)
            .Add(MaxInitDataFieldNames.QueryId, launch.QueryId)
            .Add(MaxInitDataFieldNames.AuthDate, authDate.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))
            .Add(MaxInitDataFieldNames.StartParam, launch.StartParam);

        return fields.AddAll(launch.Additional, nameof(launch));
    }
}
