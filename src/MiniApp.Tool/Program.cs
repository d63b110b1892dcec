using System.Collections;
using System.Text;
using Microsoft.Extensions.Configuration.UserSecrets;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool;

/// <summary>The process: its streams, its environment, its directory.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

        using var input = Console.OpenStandardInput();
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
            PathHelper.GetSecretsPathFromSecretsId));
    }
}
