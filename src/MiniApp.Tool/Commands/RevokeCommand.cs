using System.CommandLine;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Commands;

/// <summary>Signs users out, on every server that shares the Redis.</summary>
internal sealed class RevokeCommand : ExampleCommand
{
    private readonly RevocationOptions _options = new();

    public RevokeCommand(ToolEnvironment environment)
        : base(
            "revoke",
            "Sign a user out: every launch and session up to now is void, on all servers that share the Redis of the settings. A new launch is good.",
            "mini-app revoke vk:42",
            "mini-app revoke --settings src/Backend session:0123456789abcdef0123456789abcdef",
            "mini-app revoke '*' --yes")
    {
        _options.AddTo(this, keepsOut: true);
        SetAction(arguments => Run(arguments, environment));
    }

    private int Run(ParseResult arguments, ToolEnvironment environment)
    {
        var subject = _options.ReadConfirmed(arguments);

        // Read before, so that the time which is told is never later than the one in force.
        var now = environment.Clock.GetUtcNow();
        _options.Change(arguments, environment, revocations => revocations.RevokeAsync(subject));
        environment.Output.WriteLine($"Signed out {subject}: launches and sessions up to {Wording.Of(now)} are void.");
        return ExitCode.Good;
    }
}
