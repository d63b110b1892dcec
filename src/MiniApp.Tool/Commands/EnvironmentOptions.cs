using System.CommandLine;
using MiniApp.Tool.HttpFiles;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Commands;

/// <summary>Where a token goes that <c>.http</c> files are to use.</summary>
internal sealed class EnvironmentOptions
{
    private const string SharedFile = "http-client.env.json";

    private readonly Option<string?> _output = TypedOption.Name(
        "--output", "With --as env, the file to set the variable in, such as http-client.env.json.user. What else is in it stays. [default: print it]");

    private readonly Option<string?> _environment = TypedOption.Name("--env-name", "With --as env, the environment in it. [default: dev]");
    private readonly Option<string?> _variable = TypedOption.Name("--variable", "With --as env, the variable's name. [default: the platform's]");

    private Option[] All => [_output, _environment, _variable];

    public void AddTo(Command command) => Array.ForEach(All, command.Add);

    /// <exception cref="UsageException">One of them is given, and another form.</exception>
    public void ThrowIfGiven(ParseResult arguments)
    {
        if (Array.Find(All, option => arguments.GetResult(option) is not null) is { } option)
        {
            throw new UsageException($"{option.Name} is an option for --as env alone.", "Leave it out, or add --as env.");
        }
    }

    /// <summary>Sets the variable to these credentials, in the file or in what is printed.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="platform">The name of the variable where no other is given.</param>
    /// <param name="credentials">What stands in the <c>Authorization</c> header.</param>
    /// <param name="environment">The directory that the file's path is relative to; warnings go to its standard error.</param>
    /// <returns>What to print.</returns>
    /// <exception cref="UsageException">The file cannot be read, changed without a loss, or written.</exception>
    public string Write(ParseResult arguments, string platform, string credentials, ToolEnvironment environment)
    {
        var (output, name, variable) =
            (arguments.GetValue(_output), arguments.GetValue(_environment) ?? "dev", arguments.GetValue(_variable) ?? platform);
        var path = output is null ? null : Path.Combine(environment.Directory, output);
        var environments = path is null ? HttpEnvironment.Empty() : HttpEnvironment.Read(path);
        environments.Set(name, variable, credentials);
        if (path is null)
        {
            return environments.ToString();
        }

        if (ReplacedFile.Write(path, $"{environments}\n"))
        {
            environment.Error.WriteLine(TerminalText.Escape(
                $"warning: Other users of this machine may read {output}, and the token is as good as a password: 'chmod o-r' keeps it to you."));
        }

        if (Path.GetFileName(path) == SharedFile)
        {
            environment.Error.WriteLine($"warning: {SharedFile} is usually committed, and the token is as good as a password: better name {SharedFile}.user, or http-client.private.env.json for Rider.");
        }

        return TerminalText.Escape($"{{{{{variable}}}}} is set in the environment {name} of {output}.");
    }
}
