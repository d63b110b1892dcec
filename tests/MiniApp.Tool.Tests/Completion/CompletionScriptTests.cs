using System.Diagnostics;

namespace MiniApp.Tool.Tests.Completion;

/// <summary>What the scripts do in the shells themselves.</summary>
public sealed class CompletionScriptTests : IDisposable
{
    private const string Lines = """
        mini-app si
        mini-app sign hash --as 
        mini-app sign --role m
        mini-app inspect --platform 
        """;

    private const string Choices = """
        sign
        curl http json query
        member moder
        max telegram vk
        """;

    private readonly TestTool _tool = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mini-app-");

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        _tool.Dispose();
    }

    [Fact]
    public async Task Bash_completes() => Assert.Equal(Choices, await RunAsync("bash", """
        source <(mini-app completion bash)
        while IFS= read -r line; do
          COMP_LINE=$line COMP_POINT=${#line}
          read -ra COMP_WORDS <<<"$line"
          [[ $line == *' ' ]] && COMP_WORDS+=("")
          COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
          [[ $(complete -p mini-app) == *' -F '* ]] && "$(complete -p mini-app | sed -E 's/.* -F ([^ ]+) .*/\1/')"
          echo "${COMPREPLY[*]}"
        done
        """));

    [Fact]
    public async Task Zsh_completes() => Assert.Equal(Choices, await RunAsync("zsh", """
        compdef() { function=$1 }
        source <(mini-app completion zsh)
        compadd() { print -- ${(P)2} }
        while IFS= read -r line; do
          words=(${(s: :)line}); [[ $line == *' ' ]] && words+=("")
          CURRENT=$#words
          $function
        done
        """));

    [Fact]
    public async Task Fish_completes() => Assert.Equal(Choices, await RunAsync("fish", """
        mini-app completion fish | source
        while read --local --null line
          for one in (string split \n -- $line)
            complete --do-complete $one | string join ' '
          end
        end
        """));

    [Fact]
    public async Task PowerShell_completes() => Assert.Equal(Choices, await RunAsync("pwsh", """
        mini-app completion pwsh | Out-String | Invoke-Expression
        foreach ($line in ([Console]::In.ReadToEnd() -split "`n")) {
            (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText -join ' '
        }
        """));

    [Theory]
    [InlineData("ksh")]
    [InlineData("BASH")]
    [InlineData("")]
    public void A_shell_that_is_not_known_is_refused(string shell) =>
        Assert.Equal(
            "error: The shell must be bash, zsh, fish or pwsh. | hint: 'mini-app completion --help' shows the options and examples.",
            _tool.Run("completion", shell).Wrong());

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public void A_script_ends_its_lines_as_shells_read_them(string shell)
    {
        var script = _tool.Run("completion", shell).Good();

        Assert.EndsWith("\n", script, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', script);
    }

    /// <summary>Runs a script in a shell that finds the tool by its name, with the lines to complete on standard input.</summary>
    private async Task<string> RunAsync(string shell, string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows starts commands in another way.");
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, shell))),
            $"There is no {shell} here.");

        var command = Path.Combine(_folder.FullName, "mini-app");
        var file = Path.Combine(_folder.FullName, shell == "pwsh" ? "script.ps1" : "script");
        await File.WriteAllTextAsync(
            command, $"#!/bin/sh\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "MiniApp.Tool.dll")}' \"$@\"\n", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(command, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        await File.WriteAllTextAsync(file, script, TestContext.Current.CancellationToken);

        var start = new ProcessStartInfo(shell, [file])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{_folder.FullName}:{start.Environment["PATH"]}";
        start.Environment["HOME"] = _folder.FullName;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(Lines + (shell is "bash" or "zsh" ? "\n" : ""));
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken)
                .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }

        Assert.Equal("", await error);
        return (await output).TrimEnd('\n');
    }
}
