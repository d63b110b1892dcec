using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using MiniApp.Tool.Commands;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool;

/// <summary>From the arguments to the exit code.</summary>
internal static class MiniAppCommandLine
{
    public static int Run(string[] args, ToolEnvironment environment)
    {
        // An argument that starts with an @ is not a file to read more arguments from.
        var arguments = CreateRoot(environment).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });

        try
        {
            return arguments.Action is ParseErrorAction
                ? throw UsageErrors.Create(arguments)
                : arguments.Invoke(new InvocationConfiguration
                {
                    Output = environment.Output,
                    Error = environment.Error,
                    EnableDefaultExceptionHandler = false,
                });
        }
        catch (UsageException exception)
        {
            return Tell(exception.Message, exception.Hint, environment, ExitCode.WrongUsage);
        }
        catch (StoreAwayException exception)
        {
            return Tell(exception.Message, exception.Hint, environment, ExitCode.StoreAway);
        }
    }

    private static int Tell(string message, string hint, ToolEnvironment environment, int status)
    {
        environment.Error.WriteLine($"error: {TerminalText.Escape(message)}");
        environment.Error.WriteLine($"hint: {TerminalText.Escape(hint)}");
        return status;
    }

    /// <summary>The framework's own root command would name itself after the file that the process was started from.</summary>
    private static Command CreateRoot(ToolEnvironment environment)
    {
        var help = new HelpOption();
        help.Action = new ExampleHelpAction((HelpAction)help.Action!);

        return new Command(
            "mini-app",
            "Signs, inspects and verifies what VK, Telegram and MAX sign for mini apps: launches, contacts, hashes, payments and sign-ins. Tells proxies who sent a request, signs users out and keeps them out.")
        {
            new SignCommand(environment),
            new InspectCommand(environment),
            new VerifyCommand(environment),
            new ServeCommand(environment),
            new RevokeCommand(environment),
            new BlockCommand(environment),
            new UnblockCommand(environment),
            new CompletionCommand(environment),
            new CompleteCommand(environment),
            help,
            new VersionOption(),
        };
    }
}
