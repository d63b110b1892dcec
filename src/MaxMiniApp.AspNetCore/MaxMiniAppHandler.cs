using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MiniApp.AspNetCore;

namespace MaxMiniApp.AspNetCore;

/// <summary>Verifies init data and makes claims of what MAX proved.</summary>
/// <param name="options">The schemes' options.</param>
/// <param name="logger">Makes the handler's log.</param>
/// <param name="encoder">The encoder that every handler of the framework is given.</param>
public sealed class MaxMiniAppHandler(IOptionsMonitor<MaxMiniAppOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : InitDataMiniAppHandler<MaxMiniAppOptions, MaxInitData>(options, logger, encoder)
{
    /// <inheritdoc/>
    protected override void AddClaims(MiniAppIdentity<MaxInitData> user)
    {
        var initData = user.Launch;
        var person = initData.User;
        var id = person.Id.ToString(CultureInfo.InvariantCulture);

        user.Add(ClaimTypes.NameIdentifier, $"max:{id}");
        user.Add(MaxClaimTypes.UserId, id);
        user.Add(MaxClaimTypes.AuthDate, initData.AuthDate.ToUnixTimeSeconds());
        user.AddIfPresent(MaxClaimTypes.FirstName, person.FirstName);
        user.AddIfPresent(MaxClaimTypes.LastName, person.LastName);
        user.AddIfPresent(MaxClaimTypes.Username, person.Username);
        user.AddIfPresent(MaxClaimTypes.Language, person.LanguageCode);
        user.AddIfPresent(MaxClaimTypes.PhotoUrl, person.PhotoUrl);
        if (initData.Chat is { } chat)
        {
            user.Add(MaxClaimTypes.ChatId, chat.Id);
            user.AddIfPresent(MaxClaimTypes.ChatType, chat.Type.Value);
        }

        user.AddIfPresent(MaxClaimTypes.StartParam, initData.StartParam);
        user.AddIfPresent(MaxClaimTypes.QueryId, initData.QueryId);
    }

    /// <inheritdoc/>
    protected override DateTimeOffset? ReadTime(ReadOnlySpan<char> token) =>
        MaxInitData.TryParseUnverified(token, out var launch) ? launch.AuthDate : null;

    /// <inheritdoc/>
    protected override LaunchFacts Describe(MaxInitData launch) => new("max", Client: null);
}
