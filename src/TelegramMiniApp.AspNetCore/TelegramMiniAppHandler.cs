using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MiniApp.AspNetCore;

namespace TelegramMiniApp.AspNetCore;

/// <summary>Verifies init data and makes claims of what Telegram proved.</summary>
/// <param name="options">The schemes' options.</param>
/// <param name="logger">Makes the handler's log.</param>
/// <param name="encoder">The encoder that every handler of the framework is given.</param>
public sealed class TelegramMiniAppHandler(IOptionsMonitor<TelegramMiniAppOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : InitDataMiniAppHandler<TelegramMiniAppOptions, TelegramInitData>(options, logger, encoder)
{
    /// <inheritdoc/>
    protected override void AddClaims(MiniAppIdentity<TelegramInitData> user)
    {
        var initData = user.Launch;
        var person = initData.User;
        var id = person.Id.ToString(CultureInfo.InvariantCulture);

        // Two people may have this id, one in each of Telegram's environments.
        user.Add(ClaimTypes.NameIdentifier, initData.Environment == TelegramEnvironment.Test ? $"telegram-test:{id}" : $"telegram:{id}");
        user.Add(Options.KeepsTestUsersApart ? TelegramClaimTypes.TestUserId : TelegramClaimTypes.UserId, id);
        user.Add(TelegramClaimTypes.AuthDate, initData.AuthDate.ToUnixTimeSeconds());
        user.Add(TelegramClaimTypes.BotId, initData.BotId);
        user.AddIfPresent(TelegramClaimTypes.FirstName, person.FirstName);
        user.AddIfPresent(TelegramClaimTypes.LastName, person.LastName);
        user.AddIfPresent(TelegramClaimTypes.Username, person.Username);
        user.AddIfPresent(TelegramClaimTypes.Language, person.LanguageCode);
        user.AddIfPresent(TelegramClaimTypes.PhotoUrl, person.PhotoUrl);
        user.AddIfTrue(TelegramClaimTypes.IsPremium, person.IsPremium);
        user.AddIfTrue(TelegramClaimTypes.AllowsWriteToPm, person.AllowsWriteToPm);
        if (initData.Chat is { } chat)
        {
            user.Add(TelegramClaimTypes.ChatId, chat.Id);
        }

        user.AddIfPresent(TelegramClaimTypes.ChatType, (initData.ChatType ?? initData.Chat?.Type)?.Value);
        user.AddIfPresent(TelegramClaimTypes.ChatInstance, initData.ChatInstance);
        user.AddIfPresent(TelegramClaimTypes.StartParam, initData.StartParam);
        user.AddIfPresent(TelegramClaimTypes.QueryId, initData.QueryId);
    }

    /// <inheritdoc/>
    protected override DateTimeOffset? ReadTime(ReadOnlySpan<char> token) =>
        TelegramInitData.TryParseUnverified(token, out var launch) ? launch.AuthDate : null;

    /// <inheritdoc/>
    protected override LaunchFacts Describe(TelegramInitData launch) => new("telegram", Client: null);
}
