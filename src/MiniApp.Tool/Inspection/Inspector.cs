using MiniApp.Tool.Keys;
using MiniApp.Tool.Platforms;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Inspection;

/// <summary>Finds out all that can be said of a token.</summary>
internal sealed class Inspector(TimeProvider clock)
{
    /// <summary>Inspects what somebody pasted.</summary>
    /// <param name="pasted">A token, or a header's value.</param>
    /// <param name="platform">Whose token it is; <see langword="null"/> to guess.</param>
    /// <param name="lifetimeOption">How long a token is valid; <see langword="null"/> for the platform's default.</param>
    /// <param name="find">Finds the credentials, once it is known whose token it is.</param>
    /// <exception cref="UsageException">The credentials are there, and are not of this platform.</exception>
    public Report Inspect(string pasted, IPlatform? platform, TimeSpan? lifetimeOption, Func<IPlatform, Credentials> find)
    {
        var decoded = DecodedToken.Read(pasted);
        var isGuessed = platform is null;
        platform ??= AllPlatforms.Guess(decoded.Text ?? "");

        var query = ParameterReader.FindQuery(decoded.Text ?? "", platform.Format, out var isExtracted);
        var parameters = ParameterReader.Read(query);
        var token = isExtracted ? query : decoded.Token;

        var lifetime = lifetimeOption ?? platform.Lifetime;
        var known = find(platform);
        var credentials = Complete(known, platform, parameters);
        var judge = platform.CreateJudge(credentials, lifetime, clock);
        var verdict = judge?.Invoke(token) ?? JudgeWithoutKey(token, platform, credentials, parameters);
        var signedAt = platform.ReadTime(token);

        return new Report
        {
            Platform = platform,
            IsGuessed = isGuessed,
            Spelling = decoded.Spelling,
            Parameters = parameters,
            SignedAt = signedAt,
            Now = clock.GetUtcNow(),
            JudgedWith = judge is null ? null
                : (credentials.Key?.Origin ?? $"{platform.Title}'s public key")
                    + (known.Id == credentials.Id ? "" : ", for the app that the token names"),
            Verdict = verdict,
            Meaning =
            [
                verdict is not { } judged ? Undecided(platform) : judged.Refusal?.Meaning ?? $"{platform.Title} signed it.",
                .. verdict?.Refusal is { } refusal ? FaultFinder.Find(refusal.Kind, decoded, parameters, platform.Format) : [],
                .. verdict is null or { Refusal: null or { Kind: RefusalKind.Time } } && signedAt is { } time
                    ? [Time(time, lifetime, platform, isProved: verdict is not null)]
                    : (string[])[],
            ],
            Advice = verdict is null ? MissingCredentials.HintForJudging(platform) : verdict.Value.Refusal?.Advice,
        };
    }

    /// <summary>
    /// Where nothing says which app a token should be for, it is judged as one for the app that it names. Where it names none
    /// that can be, any id serves: it is refused all the same.
    /// </summary>
    private static Credentials Complete(Credentials credentials, IPlatform platform, TokenParameter[] parameters)
    {
        if (credentials.Id is not null || platform.Id is not { Parameter: { } parameter })
        {
            return credentials;
        }

        var named = Array.Find(parameters, candidate => candidate.Name == parameter)?.Value;
        return credentials with { Id = DecimalDigits.TryRead<char>(named, out var id) && id > 0 ? id : 1 };
    }

    /// <summary>The verdict where it is the same under any key; otherwise <see langword="null"/>.</summary>
    private Verdict? JudgeWithoutKey(string token, IPlatform platform, Credentials credentials, TokenParameter[] parameters)
    {
        var judge = platform.CreateJudge(credentials with { Key = platform.MakeUpKey() }, platform.Lifetime, clock)!;
        var verdict = judge(token);
        var hasProof = Array.Exists(parameters, parameter => platform.Format.IsProof(parameter.Name));

        return verdict.Refusal?.Kind switch
        {
            RefusalKind.WrongProof => null,
            RefusalKind.MissingProof when hasProof => null,
            _ => verdict,
        };
    }

    private static string Undecided(IPlatform platform) =>
        $"Without the {platform.KeyName}, nobody can tell whether {platform.Title} signed this: do not trust anything in it.";

    private string Time(DateTimeOffset signedAt, TimeSpan lifetime, IPlatform platform, bool isProved)
    {
        var seconds = signedAt.ToUnixTimeSeconds();
        var age = TimeSpan.FromSeconds(clock.GetUtcNow().ToUnixTimeSeconds() - seconds);
        var word = isProved ? "It" : "By its own account it";

        return new ValidityWindow(lifetime, platform.ClockSkew, clock).Judge(seconds) switch
        {
            Validity.NotYetValid => $"{word} is dated {Wording.Of(age)} ahead of this machine's clock.",
            Validity.Expired => $"{word} expired {Wording.Of(age - lifetime)} ago, at {Wording.Of(signedAt + lifetime)}: "
                + $"it is {Wording.Of(age)} old, and valid for {Wording.Of(lifetime)}.",
            _ => $"{word} is valid until {Wording.Of(signedAt + lifetime)}.",
        };
    }
}
