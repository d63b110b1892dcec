using System.CommandLine;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Commands;

/// <summary>Parameters that no option has a name for.</summary>
/// <param name="description">What they are.</param>
/// <param name="example">One of them.</param>
internal sealed class ParameterOption(string description, string example)
{
    private readonly Option<string[]> _parameters = new("--param") { Description = description, HelpName = "name=value" };

    public void AddTo(Command command) => command.Add(_parameters);

    /// <summary>The parameters by their names.</summary>
    /// <exception cref="UsageException">One is not name=value, or is there twice.</exception>
    public Dictionary<string, string> Read(ParseResult arguments)
    {
        var parsed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var parameter in arguments.GetValue(_parameters) ?? [])
        {
            var equals = parameter.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || !parsed.TryAdd(parameter[..equals], parameter[(equals + 1)..]))
            {
                throw new UsageException("--param must be name=value, and each name may come once.", $"Write it as --param {example}.");
            }
        }

        return parsed;
    }
}
