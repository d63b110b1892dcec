using MiniApp;

namespace VkMiniApp;

/// <summary>
/// How long a text that VK signs is, in each of the ways to write it. It takes a fraction of the time of writing it, so that a text which
/// is too long need not be written.
/// </summary>
internal readonly struct CanonicalLengths
{
    private readonly int _decoded;
    private readonly int _escaped;
    private readonly int _spaces;
    private readonly int _tildes;

    /// <param name="sorted">The parameters.</param>
    /// <param name="text">The text that they stand in, and a <see cref="UnreservedBytes.BlockLength"/> of anything behind it.</param>
    public CanonicalLengths(in SortedParameters sorted, ReadOnlySpan<byte> text)
    {
        for (var rank = 0; rank < sorted.Count; rank++)
        {
            ref readonly var parameter = ref sorted[rank];
            var name = parameter.Name(text);
            var value = parameter.Value(text);
            _decoded += name.Length + value.Length + "=&"u8.Length;

            if (!parameter.IsUnreserved)
            {
                _escaped += parameter.CountReserved(text);
                _spaces += name.Count((byte)' ') + value.Count((byte)' ');
                _tildes += name.Count((byte)'~') + value.Count((byte)'~');
            }
        }
    }

    /// <summary>Of the characters that have two spellings, those that are in a name or value.</summary>
    public FormUrlStyle Open =>
        (_spaces > 0 ? FormUrlStyle.EscapedSpace : FormUrlStyle.Rfc1738) | (_tildes > 0 ? FormUrlStyle.PlainTilde : FormUrlStyle.Rfc1738);

    /// <summary>The length in this way, or one byte more: that of a separator behind the last parameter.</summary>
    public int In(FormUrlStyle style)
    {
        var kept = ((style & FormUrlStyle.EscapedSpace) != 0 ? 0 : _spaces) + ((style & FormUrlStyle.PlainTilde) != 0 ? _tildes : 0);
        return _decoded + ("%00"u8.Length - 1) * (_escaped - kept);
    }
}
