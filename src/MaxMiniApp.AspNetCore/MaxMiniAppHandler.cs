using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MiniApp.AspNetCore;

namespace MaxMiniApp.AspNetCore;

/// <summary>Verifies init data and makes claims of what MAX proved.</summary>
internal sealed class MaxMiniAppHandler(
    IOptionsMonitor<MaxMiniAppOptions> options, ILoggerFactory logger, UrlEncoder encoder, LaunchMetrics metrics)
    : MiniAppHandler<MaxMiniAppOptions>(options, logger, encoder, metrics)
{
    // MAX gives a page no init data where nobody can be told apart: then the page has no credentials, and sends an empty text.
    protected override bool IsAbsent(ReadOnlySpan<char> token) => token.IsEmpty;

    protected override bool TryVerify(
        ReadOnlySpan<char> token, [NotNullWhen(true)] out ClaimsIdentity? user, [NotNullWhen(false)] out AuthenticateResult? refusal)
    {
        var answer = Options.Verifier.Verify(token);

        user = answer.Succeeded ? CreateUser(answer.InitData) : null;
        refusal = answer.Succeeded ? null : MaxRefusals.Of(answer.Failure);
        return answer.Succeeded;
    }

    protected override LaunchFacts Describe(ClaimsIdentity user) =>
        new("max", AppId: null, Client: null, ((MiniAppIdentity<MaxInitData>)user).Launch.AuthDate);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    // The platforms number their users each for itself: the prefix keeps user 1 of one from being taken for user 1 of another.
    private MiniAppIdentity<MaxInitData> CreateUser(MaxInitData initData)
    {
        var user = new MiniAppIdentity<MaxInitData>(initData, Scheme.Name, ClaimTypes.NameIdentifier, ClaimsIssuer, MaxMiniAppDefaults.Issuer);
        var person = initData.User;
        var id = Text(person.Id);

        user.Add(ClaimTypes.NameIdentifier, $"max:{id}");
        user.Add(MaxClaimTypes.UserId, id);
        user.Add(MaxClaimTypes.AuthDate, Text(initData.AuthDate.ToUnixTimeSeconds()));
        user.AddIfPresent(MaxClaimTypes.FirstName, person.FirstName);
        user.AddIfPresent(MaxClaimTypes.LastName, person.LastName);
        user.AddIfPresent(MaxClaimTypes.Username, person.Username);
        user.AddIfPresent(MaxClaimTypes.Language, person.LanguageCode);
        user.AddIfPresent(MaxClaimTypes.PhotoUrl, person.PhotoUrl);
        user.AddIfPresent(MaxClaimTypes.ChatId, initData.Chat is { } chat ? Text(chat.Id) : null);
        user.AddIfPresent(MaxClaimTypes.ChatType, initData.Chat?.Type.Value);
        user.AddIfPresent(MaxClaimTypes.StartParam, initData.StartParam);
        user.AddIfPresent(MaxClaimTypes.QueryId, initData.QueryId);
        return user;
    }
}
