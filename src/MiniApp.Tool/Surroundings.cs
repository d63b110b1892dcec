using System.Text;

namespace MiniApp.Tool;

/// <summary>All that the commands touch outside themselves.</summary>
/// <param name="Input">Standard input.</param>
/// <param name="Output">Standard output: results and nothing else.</param>
/// <param name="Error">Standard error.</param>
/// <param name="Clock">The clock that tokens are signed and judged by.</param>
/// <param name="Variable">Reads an environment variable.</param>
/// <param name="Directory">The current directory.</param>
/// <param name="UserSecretsPath">Where the user secrets of an id are.</param>
internal sealed record Surroundings(
    Stream Input,
    TextWriter Output,
    TextWriter Error,
    TimeProvider Clock,
    Func<string, string?> Variable,
    string Directory,
    Func<string, string> UserSecretsPath)
{
    /// <summary>Bytes that are no UTF-8 become a broken escape, which is malformed to every verifier as the bytes themselves would be.</summary>
    private static readonly Encoding InputEncoding =
        Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("%%"));

    private BoundedLineReader? _lines;

    /// <summary>The lines of standard input, for the key and the tokens alike. Verdicts are written out before it waits for more.</summary>
    public BoundedLineReader Lines =>
        _lines ??= new BoundedLineReader(new StreamReader(Input, InputEncoding), TokenLimits.MaxLength, Output.Flush);
}
