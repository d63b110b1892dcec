using System.Runtime.CompilerServices;
using MiniApp;

namespace VkMiniApp;

/// <summary>
/// The text of a launch that VK signed. VK's page on launch parameters writes a space as <c>%20</c>, VK's own samples as <c>+</c>, and
/// samples differ on the tilde, so there are four ways to write a text that holds both. No other character has two spellings. A stranger
/// chooses the text, so no more of it is hashed, in all ways together, than a token may have bytes.
/// </summary>
/// <param name="parameters">The signed parameters.</param>
/// <param name="text">What they stand in, and a <see cref="UnreservedBytes.BlockLength"/> of anything behind it.</param>
/// <param name="decodedLength">The most bytes that the parameters have, with what stands between them.</param>
/// <param name="buffers">Where the text is written.</param>
/// <param name="mostBytes">The most bytes that are hashed.</param>
internal readonly ref struct SignedLaunch(
    SortedParameters parameters, ReadOnlySpan<byte> text, int decodedLength, QueryBuffers buffers, int mostBytes)
{
    private readonly SortedParameters _parameters = parameters;
    private readonly ReadOnlySpan<byte> _text = text;

    /// <summary>Whether this is an app's signature.</summary>
    public bool IsSignedBy(AppSignature app, ReadOnlySpan<byte> sign)
    {
        var canonical = Write(FormUrlStyle.Rfc1738);
        if (canonical.Length > mostBytes)
        {
            return false;
        }

        return app.Matches(canonical, sign) || IsSignedInOtherStyle(app, sign, canonical);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool IsSignedInOtherStyle(AppSignature app, ReadOnlySpan<byte> sign, ReadOnlySpan<byte> canonical)
    {
        var (length, spaces, tildes) = (canonical.Length, canonical.Count((byte)'+'), CountTildes());
        var open = (spaces > 0 ? FormUrlStyle.EscapedSpace : FormUrlStyle.Rfc1738)
            | (tildes > 0 ? FormUrlStyle.PlainTilde : FormUrlStyle.Rfc1738);

        var hashed = length;
        for (var style = FormUrlStyle.Rfc3986; style > FormUrlStyle.Rfc1738; style--)
        {
            if ((style & open) != style)
            {
                continue;
            }

            // An escape has two bytes more than a character.
            hashed += length
                + ((style & FormUrlStyle.EscapedSpace) == FormUrlStyle.EscapedSpace ? 2 * spaces : 0)
                - ((style & FormUrlStyle.PlainTilde) == FormUrlStyle.PlainTilde ? 2 * tildes : 0);
            if (hashed > mostBytes)
            {
                return false;
            }

            if (app.Matches(Write(style), sign))
            {
                return true;
            }
        }

        return false;
    }

    private ReadOnlySpan<byte> Write(FormUrlStyle style)
    {
        var canonical = buffers.Canonical(CanonicalQuery.MaxByteCount(decodedLength));
        return canonical[..CanonicalQuery.Write(_parameters, _text, canonical, style, mostBytes)];
    }

    private int CountTildes()
    {
        var count = 0;

        // Also of what parameters left behind when they were decoded: a launch as VK makes them has none.
        if (_text[..decodedLength].Contains((byte)'~'))
        {
            for (var rank = 0; rank < _parameters.Count; rank++)
            {
                ref readonly var parameter = ref _parameters[rank];
                count += parameter.Name(_text).Count((byte)'~') + parameter.Value(_text).Count((byte)'~');
            }
        }

        return count;
    }
}
