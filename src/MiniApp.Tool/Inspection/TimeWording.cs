using MiniApp.Tool.Platforms;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Inspection;

/// <summary>How long a token is valid still, or is no more, by the rules that it is judged by.</summary>
internal sealed class TimeWording(TimeProvider clock, TimeSpan lifetime, TimeSpan clockSkew)
{
    /// <summary>A sentence, where the verdict makes the time worth speaking of.</summary>
    /// <param name="verdict">The verdict; <see langword="null"/> where there is none.</param>
    /// <param name="signedAt">When the token claims to have been signed.</param>
    public string[] Describe(Verdict? verdict, DateTimeOffset? signedAt) =>
        signedAt is { } time && verdict is null or { Refusal: null or { Kind: RefusalKind.Time } }
            ? [Describe(time, verdict is null ? "By its own account it" : "It")]
            : [];

    private string Describe(DateTimeOffset signedAt, string subject)
    {
        var seconds = signedAt.ToUnixTimeSeconds();
        var age = TimeSpan.FromSeconds(clock.GetUtcNow().ToUnixTimeSeconds() - seconds);

        return new ValidityWindow(lifetime, clockSkew, clock).Judge(seconds) switch
        {
            Validity.NotYetValid => $"{subject} is dated {Wording.Of(age)} ahead of this machine's clock.",
            Validity.Expired => $"{subject} expired {Wording.Of(age - lifetime)} ago, at {End(signedAt, lifetime)}: "
                + $"it is {Wording.Of(age)} old, and valid for {Wording.Of(lifetime)}.",
            _ => $"{subject} is valid until {End(signedAt, lifetime)}.",
        };
    }

    /// <summary>The end of the token's time, which settings may put behind the end of the calendar.</summary>
    private static string End(DateTimeOffset signedAt, TimeSpan lifetime) =>
        Wording.Of(lifetime > DateTimeOffset.MaxValue - signedAt ? DateTimeOffset.MaxValue : signedAt + lifetime);
}
