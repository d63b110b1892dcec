namespace MiniApp.Tool.Terminal;

/// <summary>
/// Reads lines of any length in memory of one size. Of a line that is too long it keeps one character more than is allowed: enough for
/// everyone to see that it is too long.
/// </summary>
/// <param name="reader">Where the lines come from.</param>
/// <param name="maxLength">The longest line, in characters.</param>
/// <param name="isWanted">
/// Asked before each reading, which may wait for whoever writes the lines: <see langword="false"/> where nobody wants to know what is in them.
/// </param>
internal sealed class BoundedLineReader(TextReader reader, int maxLength, Func<bool> isWanted)
{
    private readonly char[] _block = new char[16 * 1024];
    private readonly char[] _line = new char[maxLength + 1];
    private int _next;
    private int _end;

    /// <summary>Reads the next line, without its end (LF or CR LF). It stays until the next call.</summary>
    /// <returns><see langword="false"/> after the last line.</returns>
    public bool TryRead(out ReadOnlySpan<char> line) => TryRead(out line, toItsEnd: true);

    /// <summary>Reads the next line as far as it can be kept: for whoever reads no other, so that a line without an end is no trap.</summary>
    public bool TryReadStart(out ReadOnlySpan<char> line) => TryRead(out line, toItsEnd: false);

    private bool TryRead(out ReadOnlySpan<char> line, bool toItsEnd)
    {
        var length = 0;
        var isThere = false;
        while ((toItsEnd || length < _line.Length) && TryReadCharacter(out var character))
        {
            isThere = true;
            if (character == '\n')
            {
                break;
            }

            // Counting stops where nothing depends on it any more, and so never overflows.
            if (length < _line.Length)
            {
                _line[length] = character;
            }

            length = Math.Min(length + 1, _line.Length + 1);
        }

        var isWhole = length <= _line.Length;
        line = _line.AsSpan(0, isWhole ? length : _line.Length);
        line = isWhole && line is [.. var text, '\r'] ? text : line;
        return isThere;
    }

    private bool TryReadCharacter(out char character)
    {
        if (_next == _end)
        {
            (_next, _end) = (0, isWanted() ? reader.Read(_block) : 0);
        }

        character = _next < _end ? _block[_next++] : default;
        return _end > 0;
    }
}
