using MiniApp.Tool.Keys;
using MiniApp.Tool.Platforms;
using VkMiniApp;

namespace MiniApp.Tool.Inspection;

/// <summary>Finds out all that can be said of a token.</summary>
internal sealed class Inspector(TimeProvider clock)
{
    /// <summary>How far ahead of the clock a token may be, by default and so here.</summary>
    private static readonly TimeSpan ClockSkew = new VkLaunchParamsVerifierOptions().ClockSkew;

    public Report Inspect(string pasted, IPlatform? platform, TimeSpan? lifetimeOption, Func<IPlatform, Credentials> find)
    {
        var decoded = DecodedToken.Read(pasted);
        var isGuessed = platform is null;
        platform ??= AllPlatforms.Guess(decoded.Text ?? "");

        var query = ParameterReader.FindQuery(decoded.Text ?? "", platform.Shape, out var isExtracted);
        var parameters = ParameterReader.Read(query);
        var token = isExtracted ? query : decoded.Token;

        var lifetime = lifetimeOption ?? platform.Lifetime;
        var known = find(platform);
        var credentials = Complete(known, platform, parameters);
        var judge = platform.CreateJudge(credentials, lifetime, clock);
        var verdict = judge?.Invoke(token) ?? JudgeWithoutKey(token, platform, credentials, parameters);
        var signedAt = platform.ReadTime(token);
        var explanation = verdict?.Reason is { } reason ? platform.Explain(reason) : null;

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
                explanation?.Meaning ?? (verdict is null ? Undecided(platform) : $"{platform.Title} signed it."),
                .. FaultFinder.Find(verdict?.Reason ?? "", decoded, parameters, platform.Shape),
                .. verdict is null or { Reason: null or "expired" or "not_yet_valid" } && signedAt is { } time
                    ? [Time(time, lifetime, isProved: verdict is not null)]
                    : (string[])[],
            ],
            Advice = explanation?.Advice ?? (verdict is null ? CredentialFinder.HintForJudging(platform) : null),
        };
    }

    /// <summary>Where nobody says which app a launch should be of, it is judged as one of the app that it names.</summary>
    private static Credentials Complete(Credentials credentials, IPlatform platform, TokenParameter[] parameters)
    {
        if (credentials.Id is not null || platform.Id is not { IsInKey: false })
        {
            return credentials;
        }

        var named = Array.Find(parameters, parameter => parameter.Name == VkLaunchParamNames.AppId)?.Value;
        return credentials with { Id = DecimalDigits.TryRead<char>(named, out var id) && id > 0 ? id : 1 };
    }

    /// <summary>The verdict where any key would come to it; otherwise <see langword="null"/>.</summary>
    private Verdict? JudgeWithoutKey(string token, IPlatform platform, Credentials credentials, TokenParameter[] parameters)
    {
        var judge = platform.CreateJudge(credentials with { Key = platform.MakeUpKey() }, platform.Lifetime, clock)!;
        var verdict = judge(token);
        var hasProof = Array.Exists(parameters, parameter => platform.Shape.IsProof(parameter.Name));

        return verdict.Reason is "invalid_signature" or "invalid_proof" || verdict.Reason == "missing_proof" && hasProof ? null : verdict;
    }

    private static string Undecided(IPlatform platform) =>
        $"Without the {platform.KeyName}, nobody can tell whether {platform.Title} signed this: nothing in it is to be trusted.";

    private string Time(DateTimeOffset signedAt, TimeSpan lifetime, bool isProved)
    {
        // As the verifiers count: by whole seconds.
        var age = TimeSpan.FromSeconds(clock.GetUtcNow().ToUnixTimeSeconds() - signedAt.ToUnixTimeSeconds());
        var word = isProved ? "It" : "By its own word it";

        return age < -ClockSkew ? $"{word} is dated {Words.Of(age)} ahead of this machine's clock."
            : age <= lifetime ? $"{word} is valid until {Words.Of(signedAt + lifetime)}."
            : $"{word} expired {Words.Of(age - lifetime)} ago, at {Words.Of(signedAt + lifetime)}: "
                + $"it is {Words.Of(age)} old, and valid for {Words.Of(lifetime)}.";
    }
}
