using System.CommandLine;
using System.CommandLine.Invocation;

namespace MiniApp.Tool.Commands;

/// <summary>The framework's help, followed by the command's examples.</summary>
internal sealed class ExampleHelpAction(SynchronousCommandLineAction help) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);

        if (parseResult.CommandResult.Command is ExampleCommand command)
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in command.Examples)
            {
                output.WriteLine($"  {example}");
            }
        }

        return ExitCode.Good;
    }
}
