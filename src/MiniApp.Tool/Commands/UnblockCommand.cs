using System.CommandLine;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Commands;

/// <summary>Ends a block, on every server that shares the Redis.</summary>
internal sealed class UnblockCommand : ExampleCommand
{
    private readonly RevocationOptions _options = new();

    public UnblockCommand(ToolEnvironment environment)
        : base(
            "unblock",
            "End a block, if there is one, on all servers that share the Redis of the settings. What was revoked stays void.",
            "mini-app unblock vk:42",
            "mini-app unblock --settings src/Backend telegram:app:7342037359",
            "mini-app unblock '*'")
    {
        _options.AddTo(this, keepsOut: false);
        SetAction(arguments => Run(arguments, environment));
    }

    private int Run(ParseResult arguments, ToolEnvironment environment)
    {
        var subject = _options.Read(arguments);
        _options.Change(arguments, environment, revocations => revocations.UnblockAsync(subject));
        environment.Output.WriteLine($"Unblocked {subject}.");
        return ExitCode.Good;
    }
}
