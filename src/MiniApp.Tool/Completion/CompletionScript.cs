namespace MiniApp.Tool.Completion;

/// <summary>What a shell runs at its start, so that it asks <c>mini-app complete</c> for what can stand next.</summary>
internal static class CompletionScript
{
    private const string Bash = """
        _mini_app() {
          local choices
          choices=$(mini-app complete --position "$COMP_POINT" "$COMP_LINE" 2>/dev/null)
          COMPREPLY=($(compgen -W "$choices" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _mini_app mini-app
        """;

    private const string Zsh = """
        #compdef mini-app
        _mini_app() {
          local -a choices
          choices=(${(f)"$(mini-app complete "${(j: :)words[1,CURRENT]}" 2>/dev/null)"})
          if (( $#choices )); then compadd -a choices; else _files; fi
        }
        compdef _mini_app mini-app
        """;

    private const string Fish = """
        complete --command mini-app --no-files --arguments '(mini-app complete (commandline --current-process --cut-at-cursor | string collect) 2>/dev/null)'
        complete --command mini-app --long-option project --require-parameter --force-files
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName mini-app -ScriptBlock {
            param($word, $line, $position)
            mini-app complete --position $position "$line" 2>$null | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }
        """;

    /// <summary>The scripts by the shells' names.</summary>
    public static IReadOnlyDictionary<string, string> ByShell { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["bash"] = Bash,
        ["zsh"] = Zsh,
        ["fish"] = Fish,
        ["pwsh"] = PowerShell,
    };
}
