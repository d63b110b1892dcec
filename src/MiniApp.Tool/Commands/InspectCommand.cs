using System.CommandLine;
using MiniApp.Tool.Inspection;
using MiniApp.Tool.Keys;
using MiniApp.Tool.Platforms;

namespace MiniApp.Tool.Commands;

/// <summary>Shows what is in a token, and tells why it is refused.</summary>
internal sealed class InspectCommand : ExampleCommand
{
    private readonly Argument<string?> _token = new("token")
    {
        Description = "The token, in any spelling, or an Authorization header's value. Without it, a line of standard input.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<IPlatform?> _platform = TypedOption.Platform("Without it, told by the look of the token.");
    private readonly Option<TimeSpan?> _lifetime = TypedOption.Lifetime();
    private readonly Option<bool> _json = new("--json") { Description = "Write JSON." };
    private readonly KeyOptions _keys = new();

    public InspectCommand(Surroundings surroundings)
        : base(
            "inspect",
            "Show what is in a token, and why it is refused. "
                + "The exit status is 0 if it is good, 1 if it is refused, 3 if that can't be told.",
            "mini-app inspect 'aHR0cHM6Ly9leGFtcGxlLmNvbS8_dmtfYXBwX2lkPTY3MzYyMTg...'",
            "mini-app inspect --project src/Backend 'https://example.com/?vk_app_id=6736218&...'",
            "mini-app inspect --platform telegram --bot-id 7342037359 --json < token.txt")
    {
        Add(_token);
        Add(_platform);
        Add(_keys.AppId);
        Add(_keys.BotId);
        Add(_lifetime);
        Add(_json);
        _keys.AddPlacesTo(this);
        SetAction(arguments => Run(arguments, surroundings));
    }

    private int Run(ParseResult arguments, Surroundings surroundings)
    {
        var finder = new CredentialFinder(_keys, arguments, surroundings);

        var token = arguments.GetValue(_token) ?? ReadLine(surroundings);
        var report = new Inspector(surroundings.Clock).Inspect(
            token, arguments.GetValue(_platform), arguments.GetValue(_lifetime), finder.Find);

        if (arguments.GetValue(_json))
        {
            surroundings.Output.WriteLine(ReportJson.Write(report));
        }
        else
        {
            new ReportText(surroundings.Output).Write(report);
        }

        return report.Verdict switch
        {
            null => ExitCode.NotJudged,
            { IsGood: true } => ExitCode.Good,
            _ => ExitCode.Refused,
        };
    }

    private static string ReadLine(Surroundings surroundings) => surroundings.Lines.TryRead(out var line)
        ? line.ToString()
        : throw new ToolException("There is no token.", "Give it as an argument, in single quotes, or on standard input.");
}
