using System.CommandLine;
using MiniApp.Tool.Inspection;
using MiniApp.Tool.Platforms;
using MiniApp.Tool.Proofs;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Commands;

/// <summary>Shows what is in a token, and why it is refused.</summary>
internal sealed class InspectCommand : ExampleCommand
{
    private const int MostLines = 100;

    private readonly Argument<string?> _token = new("token")
    {
        Description = "The token as the page sends it, or the Authorization header with it. Without it, a line of standard input is read.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<IPlatform?> _platform = TypedOption.Platform("Without it, guessed from the token.");
    private readonly Option<ProofKind?> _kind = TypedOption.Kind("Without it, guessed from the text.");
    private readonly Option<long?> _userId = TypedOption.Number(
        Proof.UserIdOption, "The id of the user who is signed in, whose hash or contact it has to be.", smallest: 1);
    private readonly Option<string?> _requestId = TypedOption.RequestId("What a hash has to be for: the page's payload.");
    private readonly Option<bool> _json = new("--json") { Description = "Write JSON." };
    private readonly KeyOptions _keys = new();

    public InspectCommand(ToolEnvironment environment)
        : base(
            "inspect",
            "Show what is in a token, a contact, a hash, a payment or a sign-in, and why it is refused. "
                + "The exit code is 0 if it is good, 1 if it is refused, 3 if it cannot be judged without a key.",
            "mini-app inspect 'aHR0cHM6Ly9leGFtcGxlLmNvbS8_dmtfYXBwX2lkPTY3MzYyMTg...'",
            "mini-app inspect --project src/Backend 'https://example.com/?vk_app_id=6736218&...'",
            "mini-app inspect --platform telegram --bot-id 7342037359 --json < token.txt",
            "mini-app inspect --user-id 42 '{\"phone_number\":\"79990000000\",\"sign\":\"...\"}'",
            "mini-app inspect --user-id 42 --request-id order-17 'request_id=order-17&ts=1760000000&sign=...'")
    {
        Add(_token);
        Add(_platform);
        Add(_kind);
        Add(_userId);
        Add(_requestId);
        Add(_json);
        _keys.AddTo(this, isJudging: true);
        SetAction(arguments => Run(arguments, environment));
    }

    private int Run(ParseResult arguments, ToolEnvironment environment)
    {
        // The key's line comes before the token's on standard input.
        var find = _keys.CreateFinder(arguments, environment);

        var pasted = arguments.GetValue(_token) ?? ReadPasted(environment.Lines);
        var report = Inspect(pasted, arguments, environment, find);

        if (arguments.GetValue(_json))
        {
            environment.Output.WriteLine(ReportJson.Write(report));
        }
        else
        {
            new ReportText(environment.Output).Write(report);
        }

        return report.Verdict switch
        {
            null => ExitCode.NotJudged,
            { IsGood: true } => ExitCode.Good,
            _ => ExitCode.Refused,
        };
    }

    private Report Inspect(string pasted, ParseResult arguments, ToolEnvironment environment, Func<IPlatform, SchemeSettings> find)
    {
        var (platform, kind) = (arguments.GetValue(_platform), arguments.GetValue(_kind));
        var proof = PastedProof.Find(pasted, kind, platform);
        ThrowIfOfAnotherKind(arguments, proof?.Proof);

        return proof is null
            ? new Inspector(environment).Inspect(pasted, platform, find)
            : new ProofInspector(environment).Inspect(
                proof,
                new ProofExpectation(arguments.GetValue(_userId), arguments.GetValue(_requestId)),
                _keys.ReadLifetime(arguments),
                find) with
            {
                IsGuessed = platform is null,
                IsKindGuessed = kind is null,
            };
    }

    /// <summary>What is said to be known has to be of use: a user id that nobody compares would look like one that was.</summary>
    private void ThrowIfOfAnotherKind(ParseResult arguments, Proof? proof)
    {
        var name = (proof?.Kind ?? ProofKind.Launch).ToString().ToLowerInvariant();
        if (proof is not { IsOfSignedInUser: true } && arguments.GetResult(_userId) is not null)
        {
            throw UsageErrors.OfAnotherKind(_userId, $"a {name}");
        }

        if (proof?.Kind != ProofKind.Hash && arguments.GetResult(_requestId) is not null)
        {
            throw UsageErrors.OfAnotherKind(_requestId, $"a {name}");
        }
    }

    private static string ReadPasted(BoundedLineReader lines)
    {
        if (!lines.TryReadStart(out var line))
        {
            throw new UsageException("There is no token.", "Give it as an argument, in single quotes, or on standard input.");
        }

        // A browser copies a curl command with an argument on each line, and shows an object with a member on each. Once all
        // of them are as long as the longest line may be, there is no more to it.
        var pasted = line.ToString();
        for (var count = 0;
            count < MostLines && pasted.Length < TokenLimits.LargestMaxTokenLength && IsContinued(pasted) && lines.TryReadStart(out line);
            count++)
        {
            pasted = pasted.EndsWith('\\') ? $"{pasted[..^1]} {line}" : $"{pasted}\n{line}";
        }

        return pasted;
    }

    private static bool IsContinued(string pasted) =>
        pasted.StartsWith("curl ", StringComparison.OrdinalIgnoreCase) ? pasted.EndsWith('\\')
        : pasted.StartsWith('{')
            && (pasted.Length == 1 || pasted.Contains('\n', StringComparison.Ordinal))
            && !pasted.EndsWith("\n}", StringComparison.Ordinal);
}
