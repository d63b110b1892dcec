using System.Globalization;
using MiniApp.Tool.Keys;
using MiniApp.Tool.Platforms;
using MiniApp.Tool.Proofs;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Inspection;

/// <summary>Finds out all that can be said of a proof that is no launch. The verdict is the library's.</summary>
internal sealed class ProofInspector(ToolEnvironment environment)
{
    /// <summary>Inspects what somebody pasted.</summary>
    /// <param name="pasted">What was pasted.</param>
    /// <param name="expected">What a back end would know.</param>
    /// <param name="lifetime">The lifetime that an option gives; <see langword="null"/> where none does.</param>
    /// <param name="find">Finds the scheme's settings.</param>
    /// <exception cref="UsageException">The settings are unsound, or do not say which app is meant.</exception>
    public Report Inspect(PastedProof pasted, ProofExpectation expected, TimeSpan? lifetime, Func<IPlatform, SchemeSettings> find)
    {
        var (proof, view) = pasted;
        var (platform, fields) = (proof.Platform, view.ToFields(proof));
        var settings = lifetime is { } time && proof.LifetimeSetting is { } setting
            ? find(platform).With(setting, time.ToString("c", CultureInfo.InvariantCulture))
            : find(platform);
        var hasKey = proof.HasKey(settings);
        var isNamed = platform.Id is not { IsEnough: false } id || settings.Has(id.Setting) || settings.Has(id.Group);
        var context = Open(proof, settings, fields, hasKey, isNamed);

        string[] unsaid = [.. proof.FindUnsaid(fields, expected)];
        var verdict = unsaid.Length > 0 ? null : Decide(proof, fields, expected, context, hasKey);
        var signedAt = proof.ReadTime(fields);

        return new Report
        {
            Platform = platform,
            IsGuessed = false,
            Proof = proof,
            Owner = FindOwner(proof, fields, expected),
            Spelling = view.Spelling,
            Parameters = view.Parameters,
            SignedAt = signedAt,
            Now = environment.Clock.GetUtcNow(),
            JudgedWith = hasKey ? DescribeKey(proof, settings, context.Scheme, isNamed) : null,
            Verdict = verdict,
            HasInside = false,
            Inside = null,
            Meaning =
            [
                .. Explain(verdict, proof, fields, expected, unsaid, hasKey),
                .. verdict is { Refusal: { } refusal } ? FindFaults(refusal.Kind, proof, view) : [],
                .. verdict is { Refusal.Kind: RefusalKind.WrongProof } ? FindOtherOwner(proof, fields, expected, context) : [],
                .. proof.ReadLifetime(context.Scheme) is { } rule
                    ? new TimeWording(environment.Clock, rule, context.Scheme.Options.ClockSkew)
                        .Describe(verdict, signedAt)
                    : [],
            ],
            Unwrapped = view.Around is [] ? []
                : [$"You pasted {string.Join(" and, within that, ", view.Around)}; judged is what is inside."],
            Advice = verdict is { } judged ? judged.Refusal?.Advice : Advise(unsaid, hasKey, settings, platform),
        };
    }

    /// <summary>The scheme with its keys, or with one that nobody has: what is refused under it is refused under any key.</summary>
    private ProofContext Open(Proof proof, SchemeSettings settings, ProofFields fields, bool hasKey, bool isNamed)
    {
        var platform = proof.Platform;
        var appId = fields.Number(VkProof.AppId) is > 0 and var number ? number : (long?)null;
        if (hasKey && appId is null)
        {
            MissingCredentials.ThrowIfNoId(settings, platform);
        }

        var named = isNamed ? settings : platform.GiveId(settings, appId ?? 1);
        var usable = hasKey ? named : platform.GiveKey(named, platform.MakeUpKey(), "made up");
        return new ProofContext(platform.Open(usable, environment), usable, environment.Clock);
    }

    /// <summary>The verdict; <see langword="null"/> where it takes a key to reach one.</summary>
    private static Verdict? Decide(Proof proof, ProofFields fields, ProofExpectation expected, ProofContext context, bool hasKey)
    {
        var verdict = proof.Judge(fields, expected, context);
        return !hasKey && verdict.Refusal?.Kind == RefusalKind.WrongProof ? null : verdict;
    }

    private static ProofOwner FindOwner(Proof proof, ProofFields fields, ProofExpectation expected)
    {
        var own = proof.ReadUserId(fields);
        return !proof.IsOfSignedInUser ? new ProofOwner(own, IsGiven: false, proof.DescribeUser(own))
            : expected.UserId is { } given ? new ProofOwner(given, IsGiven: true, $"user {given}, as {Proof.UserIdOption} says")
            : own is not null ? new ProofOwner(own, IsGiven: false, $"user {own}, as the text itself says")
            : new ProofOwner(null, IsGiven: false, $"nobody yet: {Proof.UserIdOption} says who is signed in");
    }

    private static string DescribeKey(Proof proof, SchemeSettings settings, IScheme scheme, bool isNamed) =>
        settings.FindOrigin(proof.Platform.KeySettings)
            + (scheme.KeyCount > 1 ? $", {Wording.Count(scheme.KeyCount, "key")}" : "")
            + (isNamed ? "" : ", for the app that the text names");

    private static IEnumerable<string> Explain(
        Verdict? verdict, Proof proof, ProofFields fields, ProofExpectation expected, string[] unsaid, bool hasKey)
    {
        if (verdict is { } judged)
        {
            yield return judged.Refusal?.Meaning ?? $"{proof.Platform.Title} signed it.";

            if (judged.IsGood && proof.IsOfSignedInUser && expected.UserId is null && proof.ReadUserId(fields) is not null)
            {
                yield return "It says itself whose it is: a back end takes the user from a verified launch or a session, and never from here.";
            }
        }
        else if (!hasKey)
        {
            yield return Inspector.Undecided(proof.Platform);
        }
        else
        {
            yield return $"Without {string.Join(" and ", unsaid)}, nobody can tell what it has to be right for.";
        }
    }

    private static IEnumerable<string> FindFaults(RefusalKind kind, Proof proof, ProofView view)
    {
        var read = view.Mistyped.Where(name => proof.Format.IsProof(name) || proof.Format.IsSigned(name));

        return read.Select(name => $"{name} is neither a text nor a number.").Concat(kind switch
        {
            RefusalKind.Malformed => FaultFinder.FindInParts(view.Parameters, proof.Format),
            RefusalKind.DuplicateParameter => FaultFinder.FindDuplicates(view.Parameters, proof.Format),
            RefusalKind.MissingParameter => FaultFinder.FindMissing(view.Parameters, proof.Format.Required),
            RefusalKind.MissingProof => FaultFinder.FindMissing(view.Parameters, proof.Format.Proofs),
            _ => [],
        });
    }

    /// <summary>What the text would be right for by its own account, where that is something else.</summary>
    private static IEnumerable<string> FindOtherOwner(Proof proof, ProofFields fields, ProofExpectation expected, ProofContext context)
    {
        var byItself = expected with { UserId = null, RequestId = null };
        if (byItself == expected || proof.FindUnsaid(fields, byItself).Any()
            || proof.Judge(fields, byItself, context).Refusal is { IsProved: false })
        {
            return [];
        }

        return expected.UserId is { } given && proof.ReadUserId(fields) is { } own && own != given
            ? [$"It is right for user {own}, whom the text names: it is another user's."]
            : ["It is right for the request that the text names: it is another request's."];
    }

    private static string Advise(string[] unsaid, bool hasKey, SchemeSettings settings, IPlatform platform)
    {
        string[] advice =
        [
            .. hasKey ? (string[])[] : [MissingCredentials.Hint(settings, platform)],
            .. unsaid.Contains(Proof.UserIdOption, StringComparer.Ordinal) ? [$"Say who is signed in, with {Proof.UserIdOption}."] : (string[])[],
            .. unsaid.Contains(Proof.RequestIdOption, StringComparer.Ordinal)
                ? [$"Say what the request has to be about, with {Proof.RequestIdOption}."] : (string[])[],
        ];
        return string.Join(' ', advice);
    }
}
