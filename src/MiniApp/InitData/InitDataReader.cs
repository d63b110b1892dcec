namespace MiniApp;

/// <summary>
/// Splits init data at <c>&amp;</c> and each part at its first <c>=</c>, and decodes nothing. It takes no liberties: a part that is
/// empty, has no name or has no <c>=</c> ends the reading.
/// </summary>
internal ref struct InitDataReader(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private int _next = 0;

    /// <summary>Whether every part was read.</summary>
    public readonly bool IsAtEnd => _next > _text.Length;

    /// <summary>The next part; <see langword="false"/> at the end, and at a part that is no <c>name=value</c>.</summary>
    public bool Read(out QueryParameter parameter)
    {
        if (!IsAtEnd)
        {
            var part = _text[_next..];
            var end = part.IndexOf((byte)'&');
            part = end >= 0 ? part[..end] : part;

            var equals = part.IndexOf((byte)'=');
            if (equals > 0)
            {
                parameter = new QueryParameter(_next, equals, part.Length - equals - 1, isUnreserved: false);

                // Behind an `&` at the very end there is one more part, an empty one.
                _next += part.Length + 1;
                return true;
            }
        }

        parameter = default;
        return false;
    }
}
