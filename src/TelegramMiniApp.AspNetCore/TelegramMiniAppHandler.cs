using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MiniApp.AspNetCore;

namespace TelegramMiniApp.AspNetCore;

/// <summary>Verifies init data and makes claims of what Telegram proved.</summary>
internal sealed class TelegramMiniAppHandler(
    IOptionsMonitor<TelegramMiniAppOptions> options, ILoggerFactory logger, UrlEncoder encoder, LaunchMetrics metrics)
    : MiniAppHandler<TelegramMiniAppOptions>(options, logger, encoder, metrics)
{
    // Telegram gives a page no init data where nobody can be told apart: then the page has no credentials, and sends an empty text.
    protected override bool IsAbsent(ReadOnlySpan<char> token) => token.IsEmpty;

    protected override bool TryVerify(
        ReadOnlySpan<char> token, [NotNullWhen(true)] out ClaimsIdentity? user, [NotNullWhen(false)] out AuthenticateResult? refusal)
    {
        var answer = Options.Verifier.Verify(token);

        user = answer.Succeeded ? CreateUser(answer.InitData) : null;
        refusal = answer.Succeeded ? null : TelegramRefusals.Of(answer.Failure);
        return answer.Succeeded;
    }

    protected override LaunchFacts Describe(ClaimsIdentity user)
    {
        var initData = ((MiniAppIdentity<TelegramInitData>)user).Launch;
        return new LaunchFacts("telegram", initData.BotId, Client: null, initData.AuthDate);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    // The platforms number their users each for itself: the prefix keeps user 1 of one from being taken for user 1 of another.
    private MiniAppIdentity<TelegramInitData> CreateUser(TelegramInitData initData)
    {
        var user = new MiniAppIdentity<TelegramInitData>(initData, Scheme.Name, ClaimTypes.NameIdentifier, ClaimsIssuer, TelegramMiniAppDefaults.Issuer);
        var person = initData.User;
        var id = Text(person.Id);

        user.Add(ClaimTypes.NameIdentifier, $"telegram:{id}");
        user.Add(TelegramClaimTypes.UserId, id);
        user.Add(TelegramClaimTypes.AuthDate, Text(initData.AuthDate.ToUnixTimeSeconds()));
        user.Add(TelegramClaimTypes.BotId, Text(initData.BotId));
        user.AddIfPresent(TelegramClaimTypes.FirstName, person.FirstName);
        user.AddIfPresent(TelegramClaimTypes.LastName, person.LastName);
        user.AddIfPresent(TelegramClaimTypes.Username, person.Username);
        user.AddIfPresent(TelegramClaimTypes.Language, person.LanguageCode);
        user.AddIfPresent(TelegramClaimTypes.PhotoUrl, person.PhotoUrl);
        user.AddIfTrue(TelegramClaimTypes.IsPremium, person.IsPremium);
        user.AddIfTrue(TelegramClaimTypes.AllowsWriteToPm, person.AllowsWriteToPm);
        user.AddIfPresent(TelegramClaimTypes.ChatId, initData.Chat is { } chat ? Text(chat.Id) : null);
        user.AddIfPresent(TelegramClaimTypes.ChatType, (initData.ChatType ?? initData.Chat?.Type)?.Value);
        user.AddIfPresent(TelegramClaimTypes.ChatInstance, initData.ChatInstance);
        user.AddIfPresent(TelegramClaimTypes.StartParam, initData.StartParam);
        user.AddIfPresent(TelegramClaimTypes.QueryId, initData.QueryId);
        return user;
    }
}
