using MiniApp.Tool.Platforms;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Inspection;

/// <summary>
/// Finds out all that can be said of what somebody pasted. The verdict is the library's on the very text; what is inside that text is
/// another matter, told behind it.
/// </summary>
internal sealed class Inspector(ToolEnvironment environment)
{
    // From a proof that nobody can tell yet up, a text is worth speaking of.
    private const int WorthTelling = 3;

    /// <summary>Inspects what somebody pasted.</summary>
    /// <param name="pasted">A token, a header's value, or what else has one in it.</param>
    /// <param name="platform">Whose token it is; <see langword="null"/> to guess.</param>
    /// <param name="find">Finds the scheme's settings, once it is known whose token it is.</param>
    /// <exception cref="UsageException">The settings are there, and are unsound or not of this platform.</exception>
    public Report Inspect(string pasted, IPlatform? platform, Func<IPlatform, SchemeSettings> find)
    {
        var text = PastedText.Read(pasted);
        var isGuessed = platform is null;
        platform ??= Guess(text);

        var settings = find(platform);
        var judge = new TokenJudge(platform, settings, environment, name => FindParameter(name, text.Token, platform.Format));

        var isRead = text.TryRead(judge.Scheme.Options, out var token);
        var sent = TokenView.Read(isRead ? token : text.Token, platform.Format);
        var verdict = isRead ? judge.Decide(token, sent.Parameters) : new Verdict(HeaderRefusals.NotRead(judge.Scheme, text.AuthScheme));
        var inside = FindInside(text, isRead, sent, verdict, platform.Format, judge);
        var shown = inside?.View ?? sent;
        var signedAt = platform.ReadTime(shown.Query);
        var times = new TimeWording(environment.Clock, judge.Scheme.Options.Lifetime, judge.Scheme.Options.ClockSkew);

        return new Report
        {
            Platform = platform,
            IsGuessed = isGuessed,
            Spelling = shown.Decoded.Spelling,
            Parameters = shown.Parameters,
            SignedAt = signedAt,
            Now = environment.Clock.GetUtcNow(),
            JudgedWith = judge.JudgedWith,
            Verdict = verdict,
            Inside = inside?.Verdict,
            HasInside = inside is not null,
            Meaning =
            [
                verdict is not { } judged ? Undecided(platform) : judged.Refusal?.Meaning ?? $"{platform.Title} signed it.",
                .. verdict?.Refusal is { } refusal
                    ? FaultFinder.Find(refusal.Kind, sent.Decoded, sent.Parameters, platform.Format, judge.Scheme.Options) : [],
                .. inside is null ? times.Describe(verdict, signedAt) : [],
            ],
            Unwrapped =
            [
                .. text.Whole is { } whole ? [$"You pasted {whole}; judged is the token that a server reads in it."] : (string[])[],
                .. sent.IsFragment && verdict is { IsGood: true }
                    ? [$"You pasted the fragment, which the library opens; the {platform.TokenName} inside is enough: send that alone."]
                    : (string[])[],
                .. inside is { } found ? [Describe(found, platform), .. times.Describe(found.Verdict, signedAt)] : (string[])[],
            ],
            Advice = verdict is null ? Keys.MissingCredentials.HintForJudging(settings, platform) : Advise(verdict.Value, isGuessed && !shown.IsFragment ? AllPlatforms.FindTwin(platform, shown.Parameters.Select(parameter => parameter.Name)) : null, inside),
        };
    }

    /// <summary>What there is to say of a token without a key.</summary>
    public static string Undecided(IPlatform platform) =>
        $"Without the {platform.KeyName}, nobody can tell whether {platform.Title} signed this: do not trust anything in it.";

    private static IPlatform Guess(PastedText text) =>
        FindByAuthScheme(text.AuthScheme)
            ?? Texts(text.Token)
                .Select(token => AllPlatforms.Guess(DecodedToken.Read(token).Text ?? ""))
                .FirstOrDefault(guess => guess is not null)
            ?? AllPlatforms.Default;

    /// <summary>The only platform with this auth-scheme.</summary>
    private static IPlatform? FindByAuthScheme(string authScheme) =>
        AllPlatforms.List.Where(platform => platform.AuthSchemes.Contains(authScheme, StringComparer.OrdinalIgnoreCase)).ToArray()
            is [var only] ? only : null;

    /// <summary>A parameter of the token, or of what is inside.</summary>
    private static string? FindParameter(string name, string token, TokenFormat format) => Texts(token)
        .Select(text => Array.Find(TokenView.Read(text, format).Parameters, parameter => parameter.Name == name)?.Value)
        .FirstOrDefault(value => value is not null);

    private static IEnumerable<string> Texts(string token) => Unwrapper.Find(token).Select(wrapping => wrapping.Token).Prepend(token);

    /// <summary>The best of what is inside a text that is refused, where it is better than the text.</summary>
    private static (Wrapping Wrapping, TokenView View, Verdict? Verdict)? FindInside(
        PastedText text, bool isRead, TokenView sent, Verdict? verdict, TokenFormat format, TokenJudge judge)
    {
        (Wrapping, TokenView, Verdict?)? best = null;
        var rank = Math.Max(Rank(verdict), WorthTelling - 1);
        var inner = Unwrapper.Find(sent.Decoded.Token);
        if (!isRead)
        {
            const string Header = "a header that the scheme does not read";
            inner = inner.Select(wrapping => wrapping with { Around = [Header, .. wrapping.Around] }).Prepend(new Wrapping(text.Token, [Header]));
        }

        foreach (var wrapping in Rank(verdict) < Rank(RefusalKind.Time) ? inner : [])
        {
            var view = TokenView.Read(wrapping.Token, format);
            var judged = judge.Decide(wrapping.Token, view.Parameters);
            if (Rank(judged) > rank)
            {
                rank = Rank(judged);
                best = (wrapping, view, judged);
            }

            if (judged is { IsGood: true })
            {
                break;
            }
        }

        return best;
    }

    /// <summary>How far a text came.</summary>
    private static int Rank(Verdict? verdict) =>
        verdict is not { } judged ? WorthTelling
        : judged.Refusal is { } refusal ? Rank(refusal.Kind)
        : int.MaxValue;

    private static int Rank(RefusalKind kind) => kind switch
    {
        RefusalKind.NotRead => 0,
        RefusalKind.Malformed => 1,
        RefusalKind.Time or RefusalKind.User => WorthTelling + 1,
        RefusalKind.WrongProof or RefusalKind.OtherApp => WorthTelling,
        _ => WorthTelling - 1,
    };

    private static string Describe((Wrapping Wrapping, TokenView View, Verdict? Verdict) inside, IPlatform platform)
    {
        var start = $"You pasted {string.Join(" and, within that, ", inside.Wrapping.Around)}; the {platform.TokenName} inside is ";

        return start + (inside.Verdict switch
        {
            { IsGood: true } => "good: send that alone.",
            { Refusal: { } refusal } => $"refused for another reason: {refusal.Reason}.",
            _ => "not judged: it takes a key.",
        });
    }

    private static string? Advise(Verdict verdict, IPlatform? twin, (Wrapping Wrapping, TokenView View, Verdict? Verdict)? inside)
    {
        var last = inside is { } found ? found.Verdict : verdict;

        return twin is null || last?.Refusal?.Kind is not RefusalKind.WrongProof ? verdict.Refusal?.Advice
            : $"{verdict.Refusal?.Advice} If this is init data of {twin.Title}, which looks the same, say --platform {twin.Name}.";
    }
}
