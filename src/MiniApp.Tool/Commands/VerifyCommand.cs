using System.CommandLine;
using MiniApp.Tool.Keys;
using MiniApp.Tool.Platforms;

namespace MiniApp.Tool.Commands;

/// <summary>Judges tokens, a line each, and says nothing of them but the verdict.</summary>
internal sealed class VerifyCommand : ExampleCommand
{
    private readonly Option<IPlatform?> _platform = TypedOption.Platform("[default: vk]");
    private readonly Option<TimeSpan?> _lifetime = TypedOption.Lifetime();
    private readonly KeyOptions _keys = new();

    public VerifyCommand(Surroundings surroundings)
        : base(
            "verify",
            "Judge the tokens on standard input, one a line, and write one line of JSON for each. "
                + "The exit status is 0 if all are good, 1 if some are not.",
            "mini-app verify --app-id 6736218 < tokens.txt",
            "cat key.txt tokens.txt | mini-app verify --app-id 6736218 --secret-stdin",
            "mini-app verify --platform telegram --bot-id 7342037359 < tokens.txt",
            "mini-app verify --project src/Backend --lifetime 00:15:00 < tokens.txt | grep -v '\"ok\":true'")
    {
        Add(_platform);
        Add(_keys.AppId);
        Add(_keys.BotId);
        Add(_lifetime);
        _keys.AddPlacesTo(this);
        SetAction(arguments => Run(arguments, surroundings));
    }

    private int Run(ParseResult arguments, Surroundings surroundings)
    {
        var platform = arguments.GetValue(_platform) ?? AllPlatforms.Vk;
        var finder = new CredentialFinder(_keys, arguments, surroundings);

        var credentials = finder.Find(platform);
        if (credentials is { Key: not null, Id: null } && platform.Id is { IsInKey: false } id)
        {
            throw new ToolException($"There is no {id.Name}.", CredentialFinder.HintForId(id));
        }

        var judge = platform.CreateJudge(credentials, arguments.GetValue(_lifetime) ?? platform.Lifetime, surroundings.Clock)
            ?? throw CredentialFinder.Missing(platform, CredentialFinder.HintForJudging(platform));

        return Judge(judge, new VerdictWriter(surroundings.Output, platform.Id?.Field), surroundings.Lines);
    }

    private static int Judge(Func<ReadOnlySpan<char>, Verdict> judge, VerdictWriter verdicts, BoundedLineReader lines)
    {
        while (lines.TryRead(out var token))
        {
            verdicts.Write(judge(token), token);
        }

        return verdicts.Count == 0
            ? throw new ToolException("There is no token on standard input.", "Write the tokens there, one a line.")
            : verdicts.AreAllGood ? ExitCode.Good : ExitCode.Refused;
    }
}
