using System.Security.Claims;

namespace MiniApp.AspNetCore;

/// <summary>
/// The user in claims alone, as a cookie that was issued after a launch has them. A platform is believed what it says of its own users, and
/// nobody else is: the original issuer of a claim decides.
/// </summary>
internal static class SubjectClaims
{
    /// <summary>The claim that an application adds where it has proved the user itself.</summary>
    public const string Type = "miniapp_subject";

    /// <summary>The issuer of this claim: whoever called our code, and no token from outside.</summary>
    public const string Issuer = "MiniApp";

    private const string Vk = "VK";
    private const string Telegram = "Telegram";

    /// <summary>Whether an identity names the user who was found before, or nobody else. One that knows its user by itself is not asked for claims.</summary>
    public static bool Agree(ClaimsIdentity identity, ref MiniAppSubject? found)
    {
        if (identity is ISubjectIdentity { Subject: var known })
        {
            return Agree(known, ref found);
        }

        if (!identity.IsAuthenticated)
        {
            return true;
        }

        foreach (var claim in identity.Claims)
        {
            if (!Agree(Read(claim), ref found))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Agree(MiniAppSubject? subject, ref MiniAppSubject? found)
    {
        found ??= subject;
        return subject is null || subject == found;
    }

    /// <returns><see langword="null"/> where the claim says nothing of a user, or its issuer is not to be believed.</returns>
    private static MiniAppSubject? Read(Claim claim) => claim.Type switch
    {
        Type when claim.OriginalIssuer == Issuer => Parse(claim.Value),
        ClaimTypes.NameIdentifier => Parse(claim.Value) is { } subject
            ? IsOf(subject.PlatformName!, claim.OriginalIssuer) ? subject : null
            : claim.OriginalIssuer == Vk ? Parse("vk:" + claim.Value) : null,
        _ => null,
    };

    private static MiniAppSubject? Parse(string text) =>
        MiniAppSubject.TryParse(text, out var subject) && subject.Kind == MiniAppSubjectKind.User ? subject : null;

    // The names that are ours are compared to the letter, so that nobody else can be called nearly so. Users of Telegram's test servers are of
    // the issuer Telegram where the application treats them as users of Telegram; their ids stay apart.
    private static bool IsOf(string platform, string issuer) => platform switch
    {
        "vk" or "ok" => issuer == Vk,
        "telegram" => issuer == Telegram,
        "telegram-test" => issuer is Telegram or "Telegram test",
        "max" => issuer == "MAX",
        _ => platform.Equals(issuer, StringComparison.OrdinalIgnoreCase),
    };
}
