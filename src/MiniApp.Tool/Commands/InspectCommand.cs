using System.CommandLine;
using MiniApp.Tool.Inspection;
using MiniApp.Tool.Platforms;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Commands;

/// <summary>Shows what is in a token, and why it is refused.</summary>
internal sealed class InspectCommand : ExampleCommand
{
    private const int MostLinesOfCurl = 100;

    private readonly Argument<string?> _token = new("token")
    {
        Description = "The token as the page sends it, or the Authorization header with it. Without it, a line of standard input is read.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<IPlatform?> _platform = TypedOption.Platform("Without it, guessed from the token.");
    private readonly Option<bool> _json = new("--json") { Description = "Write JSON." };
    private readonly KeyOptions _keys = new();

    public InspectCommand(ToolEnvironment environment)
        : base(
            "inspect",
            "Show what is in a token, and why it is refused. "
                + "The exit code is 0 if it is good, 1 if it is refused, 3 if it cannot be judged without a key.",
            "mini-app inspect 'aHR0cHM6Ly9leGFtcGxlLmNvbS8_dmtfYXBwX2lkPTY3MzYyMTg...'",
            "mini-app inspect --project src/Backend 'https://example.com/?vk_app_id=6736218&...'",
            "mini-app inspect --platform telegram --bot-id 7342037359 --json < token.txt")
    {
        Add(_token);
        Add(_platform);
        Add(_json);
        _keys.AddTo(this, isJudging: true);
        SetAction(arguments => Run(arguments, environment));
    }

    private int Run(ParseResult arguments, ToolEnvironment environment)
    {
        // The key's line comes before the token's on standard input.
        var find = _keys.CreateFinder(arguments, environment);

        var pasted = arguments.GetValue(_token) ?? ReadPasted(environment.Lines);
        var report = new Inspector(environment).Inspect(pasted, arguments.GetValue(_platform), find);

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

    private static string ReadPasted(BoundedLineReader lines)
    {
        if (!lines.TryReadStart(out var line))
        {
            throw new UsageException("There is no token.", "Give it as an argument, in single quotes, or on standard input.");
        }

        // A browser copies a curl command with an argument on each line.
        var pasted = line.ToString();
        for (var count = 0; count < MostLinesOfCurl && IsContinued(pasted) && lines.TryReadStart(out line); count++)
        {
            pasted = $"{pasted[..^1]} {line}";
        }

        return pasted;
    }

    private static bool IsContinued(string command) => command.StartsWith("curl ", StringComparison.OrdinalIgnoreCase) && command.EndsWith('\\');
}
