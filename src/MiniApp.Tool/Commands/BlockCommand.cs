using System.CommandLine;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Commands;

/// <summary>Keeps users out, on every server that shares the Redis.</summary>
internal sealed class BlockCommand : ExampleCommand
{
    private readonly RevocationOptions _options = new();
    private readonly Option<DateTimeOffset?> _until = TypedOption.Instant("--until", "When the block ends. [default: never]");

    public BlockCommand(ToolEnvironment environment)
        : base(
            "block",
            "Keep a user out: no launch and no session helps, on all servers that share the Redis of the settings. Another block replaces the end.",
            "mini-app block vk:42",
            "mini-app block telegram:42 --until 2030-01-31T12:00:00Z",
            "mini-app block --settings src/Backend vk:app:6736218 --until 2030-01-31T12:00:00+03:00")
    {
        Add(_until);
        _options.AddTo(this, keepsOut: true);
        SetAction(arguments => Run(arguments, environment));
    }

    private int Run(ParseResult arguments, ToolEnvironment environment)
    {
        var (subject, until) = (_options.ReadConfirmed(arguments), arguments.GetValue(_until));
        if (until <= environment.Clock.GetUtcNow())
        {
            throw new UsageException("--until is not in the future.", "'mini-app unblock' ends a block.");
        }

        _options.Change(arguments, environment, revocations => revocations.BlockAsync(subject, until));
        environment.Output.WriteLine($"Blocked {subject} {(until is { } end ? $"until {Wording.Of(end)}" : "for good")}.");
        return ExitCode.Good;
    }
}
