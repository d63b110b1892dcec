using System.Text;
using Microsoft.Extensions.Configuration.UserSecrets;
using MiniApp.Tool;
using MiniApp.Tool.Terminal;

var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

using var input = Console.OpenStandardInput();
using var output = new StreamWriter(Console.OpenStandardOutput(), utf8);
using var error = new StreamWriter(Console.OpenStandardError(), utf8);

return EntryPoint.Run(args, new ToolEnvironment(
    input,
    output,
    error,
    TimeProvider.System,
    Environment.GetEnvironmentVariable,
    Environment.CurrentDirectory,
    PathHelper.GetSecretsPathFromSecretsId));
