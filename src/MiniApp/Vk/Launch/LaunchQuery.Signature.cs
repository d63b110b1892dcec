using System.Runtime.CompilerServices;
using MiniApp;

namespace VkMiniApp;

// The text of a launch that VK signed. VK's page on launch parameters writes a space as %20, VK's own samples as +, and samples differ on the
// tilde, so there are four ways to write a text that holds both. No other character has two spellings. A stranger chooses the text, so no
// more of it is hashed, in all ways together, than a token may have bytes.
//
// A type of its own would have to copy what the query knows, just after it was written: Verify would take a thirtieth longer.
internal ref partial struct LaunchQuery
{
    /// <summary>Whether <c>sign</c> is an app's signature of the parameters.</summary>
    public readonly bool IsSignedBy(AppSignature app)
    {
        if (_sign.Length != SignText.Length)
        {
            return false;
        }

        var canonical = Write(FormUrlStyle.Rfc1738);
        return canonical.Length <= _mostSignedBytes && (app.Matches(canonical, _sign) || IsSignedInOtherStyle(app, canonical));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly bool IsSignedInOtherStyle(AppSignature app, ReadOnlySpan<byte> canonical)
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
            if (hashed > _mostSignedBytes)
            {
                return false;
            }

            if (app.Matches(Write(style), _sign))
            {
                return true;
            }
        }

        return false;
    }

    private readonly ReadOnlySpan<byte> Write(FormUrlStyle style)
    {
        var canonical = _buffers.Canonical(CanonicalQuery.MaxByteCount(_decodedLength));
        return canonical[..CanonicalQuery.Write(_parameters, _text, canonical, style, _mostSignedBytes)];
    }

    private readonly int CountTildes()
    {
        var count = 0;

        // Also of what parameters left behind when they were decoded: a launch as VK makes them has none.
        if (_text[.._decodedLength].Contains((byte)'~'))
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
