using System.Buffers;
using System.Buffers.Text;
using System.Text;
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
    public static bool TryDecode(ReadOnlySpan<char> token, Span<byte> destination, out int bytesWritten) =>
        token.Contains('&')
            ? TryDecodePlain(token, destination, out bytesWritten)
            : TryDecodeBase64(token, destination, out bytesWritten);

    /// <summary>Takes a token for plain text.</summary>
    /// <returns><see langword="false"/> for half a character.</returns>
    public static bool TryDecodePlain(ReadOnlySpan<char> token, Span<byte> destination, out int bytesWritten) =>
        Utf8.FromUtf16(token, destination, out _, out bytesWritten, replaceInvalidSequences: false) == OperationStatus.Done;

    private static bool TryDecodeBase64(ReadOnlySpan<char> token, Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = 0;

        // Behind the room of what it decodes to, which is shorter.
        var text = destination.Slice(token.Length, token.Length);
        if (Ascii.FromUtf16(token, text, out _) != OperationStatus.Done)
        {
            return false;
        }

        // Looked through first: the framework's decoders skip white space, take % for padding and make an exception, if only for
        // themselves, of what else is foreign.
        var foreign = text.IndexOfAnyExcept(Base64Alphabet);
        var encoded = foreign < 0 ? text : text[..foreign];

        return !encoded.IsEmpty
            && IsPadding(text[encoded.Length..], text.Length)
            && (TryDecodeStandard(text, destination, out bytesWritten) || TryDecodeAnySpelling(encoded, destination, out bytesWritten))
            && Utf8.IsValid(destination[..bytesWritten]);
    }

    /// <summary>Decodes what most pages send: base64 as a browser's <c>btoa</c> writes it.</summary>
    private static bool TryDecodeStandard(ReadOnlySpan<byte> text, Span<byte> destination, out int bytesWritten) =>
        Base64.DecodeFromUtf8(text, destination, out _, out bytesWritten) == OperationStatus.Done;

    /// <summary>Decodes base64url, and what is in neither alphabet alone.</summary>
    private static bool TryDecodeAnySpelling(Span<byte> encoded, Span<byte> destination, out int bytesWritten)
    {
        encoded.Replace((byte)'+', (byte)'-');
        encoded.Replace((byte)'/', (byte)'_');
        return Base64Url.DecodeFromUtf8(encoded, destination, out _, out bytesWritten) == OperationStatus.Done;
    }

    /// <summary>Whether this is what may follow: nothing, or as many <c>=</c> as make the whole a multiple of four characters.</summary>
    private static bool IsPadding(ReadOnlySpan<byte> end, int length) =>
        end.IsEmpty || length % 4 == 0 && (end.SequenceEqual("="u8) || end.SequenceEqual("=="u8));
}
