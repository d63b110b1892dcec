using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using MiniApp.Tool.Commands;

namespace MiniApp.Tool;

/// <summary>From the arguments to the exit status.</summary>
internal static class CommandLine
{
    public static int Run(string[] args, Surroundings surroundings)
    {
        // A token that starts with an @ is no file to read more arguments from.
        var arguments = CreateRoot(surroundings).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });

        try
        {
            return arguments.Action is ParseErrorAction
                ? throw ParseComplaint.Create(arguments)
                : arguments.Invoke(new InvocationConfiguration
                {
                    Output = surroundings.Output,
                    Error = surroundings.Error,
                    EnableDefaultExceptionHandler = false,
                });
        }
        catch (ToolException exception)
        {
            surroundings.Error.WriteLine($"error: {TerminalText.Escape(exception.Message)}");
            surroundings.Error.WriteLine($"hint: {TerminalText.Escape(exception.Hint)}");
            return ExitCode.WrongUsage;
        }
    }

    /// <summary>The framework's own root command would name itself after the file that the process was started from.</summary>
    private static Command CreateRoot(Surroundings surroundings)
    {
        var help = new HelpOption();
        help.Action = new ExampleHelpAction((HelpAction)help.Action!);

        return new Command("mini-app", "Signs, inspects and verifies launch parameters of VK mini apps, and init data of Telegram and MAX.")
        {
            new SignCommand(surroundings),
            new InspectCommand(surroundings),
            new VerifyCommand(surroundings),
            help,
            new VersionOption(),
        };
    }
}
