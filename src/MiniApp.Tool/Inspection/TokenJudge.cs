using MiniApp.Tool.Keys;
using MiniApp.Tool.Platforms;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Inspection;

/// <summary>The platform's verifier, with the application's settings as far as they are known.</summary>
internal sealed class TokenJudge
{
    private readonly IPlatform _platform;
    private readonly bool _hasKey;

    /// <summary>
    /// Where nothing says which app a token should be for, it is judged as one for the app that it names. Where it names none that can
    /// be, any id serves: it is refused all the same.
    /// </summary>
    /// <exception cref="UsageException">The settings are unsound.</exception>
    public TokenJudge(IPlatform platform, SchemeSettings settings, ToolEnvironment environment, Func<string, string?> findParameter)
    {
        _platform = platform;
        _hasKey = MissingCredentials.CanJudge(settings, platform);

        var isNamed = platform.Id is not { Parameter: not null } id || settings.Has(id.Setting) || settings.Has(id.Group);
        var named = isNamed ? settings : platform.GiveId(
            settings, DecimalDigits.TryRead<char>(findParameter(platform.Id!.Parameter!), out var number) && number > 0 ? number : 1);
        Scheme = platform.Open(_hasKey ? named : platform.GiveKey(named, platform.MakeUpKey(), "made up"), environment);

        JudgedWith = !_hasKey ? null
            : (settings.FindOrigin(platform.KeySettings) ?? $"{platform.Title}'s public key")
                + (Scheme.KeyCount > 1 ? $", {Wording.Count(Scheme.KeyCount, "key")}" : "")
                + (isNamed ? "" : ", for the app that the token names");
    }

    public IScheme Scheme { get; }

    /// <summary>The place that the key is from; <see langword="null"/> where there is none.</summary>
    public string? JudgedWith { get; }

    /// <summary>The verdict; <see langword="null"/> where it takes a key to reach one.</summary>
    /// <param name="token">The token.</param>
    /// <param name="parameters">Its parameters.</param>
    public Verdict? Decide(string token, TokenParameter[] parameters)
    {
        var verdict = Scheme.Judge(token);
        var hasProof = Array.Exists(parameters, parameter => _platform.Format.IsProof(parameter.Name));

        return verdict.Refusal?.Kind switch
        {
            RefusalKind.WrongProof when !_hasKey => null,
            RefusalKind.MissingProof when !_hasKey && hasProof => null,
            _ => verdict,
        };
    }
}
