using System.CommandLine;
using MiniApp.Tool.Completion;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Commands;

/// <summary>Prints what a shell runs to complete command lines.</summary>
internal sealed class CompletionCommand : ExampleCommand
{
    private readonly Argument<string> _shell = new("shell")
    {
        Description = "The shell: bash, zsh, fish or pwsh.",
    };

    public CompletionCommand(ToolEnvironment environment)
        : base(
            "completion",
            "Print a script by which a shell completes commands, options and their values.",
            "mini-app completion bash",
            "mini-app completion zsh",
            "mini-app completion fish | source",
            "mini-app completion pwsh")
    {
        Add(_shell);
        _shell.CompletionSources.Add([.. CompletionScript.ByShell.Keys]);
        _shell.Validators.Add(result =>
        {
            if (result.Tokens is not [var shell] || !CompletionScript.ByShell.ContainsKey(shell.Value))
            {
                result.AddError("The shell must be bash, zsh, fish or pwsh.");
            }
        });
        SetAction(arguments =>
        {
            environment.Output.Write(CompletionScript.ByShell[arguments.GetValue(_shell)!].ReplaceLineEndings("\n") + '\n');
            return ExitCode.Good;
        });
    }
}
