using System.Buffers;
using System.Buffers.Text;
using System.Text.Unicode;

namespace MiniApp;

/// <summary>The first step of every verification: a token as it came, to the UTF-8 text it stands for.</summary>
internal static class TokenText
{
    /// <summary>That of base64 and that of base64url: which of the two a token is in makes no difference.</summary>
    private static readonly SearchValues<byte> Base64Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/"u8);

    /// <summary>How many bytes <see cref="TryDecode"/> needs for a token of this many characters.</summary>
    public static int MaxByteCount(int tokenLength) => tokenLength * 3;

    /// <summary>
    /// Decodes base64, base64url (padding optional) or plain text. A query of more than one parameter holds a <c>&amp;</c>, and
    /// neither base64 alphabet has one, so that character tells them apart.
    /// </summary>
    /// <returns><see langword="false"/> for what is neither, or is not UTF-8.</returns>
    public static bool TryDecode(ReadOnlySpan<char> token, Span<byte> destination, out int bytesWritten)
    {
        if (!TryDecodePlain(token, destination, out bytesWritten))
        {
            return false;
        }

        var text = destination[..bytesWritten];
        var foreign = text.IndexOfAnyExcept(Base64Alphabet);
        if (foreign >= 0 && text[foreign..].Contains((byte)'&'))
        {
            return true;
        }

        var encoded = foreign >= 0 ? text[..foreign] : text;
        bytesWritten = 0;

        return IsPadding(text[encoded.Length..], text.Length)
            && TryDecodeBase64(encoded, destination[text.Length..], destination, out bytesWritten);
    }

    /// <summary>Takes a token for plain text.</summary>
    /// <returns><see langword="false"/> for half a character.</returns>
    public static bool TryDecodePlain(ReadOnlySpan<char> token, Span<byte> destination, out int bytesWritten) =>
        Utf8.FromUtf16(token, destination, out _, out bytesWritten, replaceInvalidSequences: false) == OperationStatus.Done;

    /// <summary>
    /// Decodes what is known to be of the alphabets: the framework's decoder skips white space, takes <c>%</c> for padding and makes an
    /// exception, if only for itself, of what else is foreign.
    /// </summary>
    private static bool TryDecodeBase64(ReadOnlySpan<byte> encoded, Span<byte> scratch, Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = 0;
        if (encoded.IsEmpty)
        {
            return false;
        }

        var base64Url = scratch[..encoded.Length];
        encoded.Replace(base64Url, (byte)'+', (byte)'-');
        base64Url.Replace((byte)'/', (byte)'_');

        return Base64Url.DecodeFromUtf8(base64Url, destination, out _, out bytesWritten) == OperationStatus.Done
            && Utf8.IsValid(destination[..bytesWritten]);
    }

    /// <summary>Whether this is what may follow: nothing, or as many <c>=</c> as make the whole a multiple of four characters.</summary>
    private static bool IsPadding(ReadOnlySpan<byte> end, int length) =>
        end.IsEmpty || length % 4 == 0 && (end.SequenceEqual("="u8) || end.SequenceEqual("=="u8));
}
