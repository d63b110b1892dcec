using System.Collections;
using System.Text;
using Microsoft.Extensions.Configuration.UserSecrets;
using MiniApp.Tool.Commands;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool;

/// <summary>The process: its streams, its environment, its directory.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        try
        {
            return Run(args);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A full disk, or a folder for an input. Files that are named are read elsewhere, with words of their own.
            Console.Error.WriteLine("error: Reading standard input or writing standard output failed.");
            Console.Error.WriteLine("hint: Check where the shell sends them: a folder can't be read, and a full disk not be written to.");
            return ExitCode.WrongUsage;
        }
    }

    private static int Run(string[] args)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

        using var input = StandardInput.Open();
        using var output = new StreamWriter(Console.OpenStandardOutput(), utf8);
        using var error = new StreamWriter(Console.OpenStandardError(), utf8);

        return MiniAppCommandLine.Run(args, new ToolEnvironment(
            input,
            output,
            error,
            TimeProvider.System,
            Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(
                variable => (string)variable.Key, variable => (string?)variable.Value ?? "", StringComparer.Ordinal),
            Directory.Exists(".") ? Environment.CurrentDirectory : "",
            PathHelper.GetSecretsPathFromSecretsId)
        {
            IsForsaken = StandardOutput.IsForsaken,
        });
    }
}
