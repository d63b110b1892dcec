using System.Text;

namespace MiniApp.Tool.Terminal;

/// <summary>Everything outside the process that the commands use.</summary>
/// <param name="Input">Standard input.</param>
/// <param name="Output">Standard output: results and nothing else.</param>
/// <param name="Error">Standard error.</param>
/// <param name="Clock">The clock that tokens are signed and judged by.</param>
/// <param name="Variables">The environment variables.</param>
/// <param name="Directory">The current directory; empty where it is gone.</param>
/// <param name="UserSecretsPath">Gives the path of the user secrets of an id.</param>
internal sealed record ToolEnvironment(
    Stream Input,
    TextWriter Output,
    TextWriter Error,
    TimeProvider Clock,
    IReadOnlyDictionary<string, string> Variables,
    string Directory,
    Func<string, string> UserSecretsPath)
{
    /// <summary>Bytes that are not UTF-8 become a broken escape, which every verifier refuses as malformed, like the bytes.</summary>
    private static readonly Encoding InputEncoding =
        Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("%%"));

    private BoundedLineReader? _lines;

    /// <summary>Whether nobody reads standard output any more.</summary>
    public Func<bool> IsForsaken { get; init; } = () => false;

    /// <summary>
    /// The lines of standard input, of which the first may be the key. They are as long as settings can allow a token to be. Verdicts
    /// are flushed before it waits for more, and there are no more once nobody reads those.
    /// </summary>
    public BoundedLineReader Lines =>
        _lines ??= new BoundedLineReader(new StreamReader(Input, InputEncoding), TokenLimits.LargestMaxTokenLength, IsReadFrom);

    private bool IsReadFrom()
    {
        Output.Flush();
        return !IsForsaken();
    }
}
