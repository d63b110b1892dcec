using System.CommandLine;
using MiniApp.Tool.Keys;
using MiniApp.Tool.Platforms;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Commands;

/// <summary>Judges tokens, one per line, and writes nothing of them but the verdict and the ids of a good one.</summary>
internal sealed class VerifyCommand : ExampleCommand
{
    private readonly Option<IPlatform?> _platform = TypedOption.Platform("[default: vk]");
    private readonly KeyOptions _keys = new();

    public VerifyCommand(ToolEnvironment environment)
        : base(
            "verify",
            "Verify the tokens on standard input, one per line, and write a line of JSON for each. "
                + "The exit code is 0 if all are good, 1 if any is refused.",
            "mini-app verify --app-id 6736218 < tokens.txt",
            "cat key.txt tokens.txt | mini-app verify --app-id 6736218 --secret-stdin",
            "mini-app verify --platform telegram --bot-id 7342037359 < tokens.txt",
            "mini-app verify --project src/Backend --lifetime 00:15:00 < tokens.txt | grep -v '\"ok\":true'")
    {
        Add(_platform);
        _keys.AddTo(this, isJudging: true);
        SetAction(arguments => Run(arguments, environment));
    }

    private int Run(ParseResult arguments, ToolEnvironment environment)
    {
        var platform = arguments.GetValue(_platform) ?? AllPlatforms.Default;
        var settings = _keys.CreateFinder(arguments, environment)(platform);
        MissingCredentials.ThrowIfCannotJudge(settings, platform);

        var scheme = platform.Open(settings, environment);
        return Judge(
            scheme,
            new VerdictWriter(environment.Output, platform.Id?.Field, scheme.Options.MaxTokenLength),
            environment.Lines);
    }

    private static int Judge(IScheme scheme, VerdictWriter verdicts, BoundedLineReader lines)
    {
        while (lines.TryRead(out var token))
        {
            verdicts.Write(scheme.Judge(token), token);
        }

        return verdicts.Count == 0
            ? throw new UsageException("There is no token on standard input.", "Write the tokens there, one per line.")
            : verdicts.AreAllGood ? ExitCode.Good : ExitCode.Refused;
    }
}
