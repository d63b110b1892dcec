using System.CommandLine;
using MiniApp.Tool.Completion;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Commands;

/// <summary>Tells a shell's script what can stand next. It is for scripts, and not in the list of commands.</summary>
internal sealed class CompleteCommand : Command
{
    private readonly Argument<string> _line = new("line") { Description = "The command line so far." };
    private readonly Option<long?> _position = TypedOption.Number(
        "--position", "The place in it, in characters. [default: its end]", smallest: 0);

    public CompleteCommand(ToolEnvironment environment)
        : base("complete", "Print what can stand at a place of a command line.")
    {
        Hidden = true;
        Add(_line);
        Add(_position);
        SetAction(arguments =>
        {
            var line = arguments.GetValue(_line)!;
            var position = (int)Math.Min(arguments.GetValue(_position) ?? line.Length, line.Length + 1);
            foreach (var choice in CommandLineCompletion.Find(arguments.RootCommandResult.Command, line, position))
            {
                environment.Output.Write(choice + '\n');
            }

            return ExitCode.Good;
        });
    }
}
