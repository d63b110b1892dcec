using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;

namespace MiniApp;

/// <summary>The first step of every verification: a token as it came, to the UTF-8 text it stands for.</summary>
internal static class TokenText
{
    /// <summary>How many bytes <see cref="TryDecode"/> needs for a token of this many characters.</summary>
    public static int MaxByteCount(int tokenLength) => tokenLength * 3;

    /// <summary>
    /// Decodes base64, base64url (padding optional) or plain text. A query of more than one parameter holds a <c>&amp;</c>, and
    /// neither base64 alphabet has one, so that character tells them apart.
    /// </summary>
    /// <returns><see langword="false"/> for what is neither, or is not UTF-8.</returns>
    public static bool TryDecode(ReadOnlySpan<char> token, Span<byte> destination, out int bytesWritten) =>
        token.Contains('&')
            ? Utf8.FromUtf16(token, destination, out _, out bytesWritten, replaceInvalidSequences: false) == OperationStatus.Done
            : TryDecodeBase64(token, destination, out bytesWritten);

    private static bool TryDecodeBase64(ReadOnlySpan<char> token, Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = 0;

        // As bytes, because the framework's decoder of characters makes an exception of every foreign one, and catches it.
        var encoded = destination[^token.Length..];
        if (Ascii.FromUtf16(token, encoded, out _) != OperationStatus.Done || !TryTrimPadding(ref encoded) || encoded.Length % 4 == 1)
        {
            return false;
        }

        if (encoded.ContainsAny((byte)'+', (byte)'/'))
        {
            encoded.Replace((byte)'+', (byte)'-');
            encoded.Replace((byte)'/', (byte)'_');
        }

        // The decoder skips white space and takes `%` for padding; a token that holds either comes out too short.
        return Base64Url.DecodeFromUtf8(encoded, destination, out _, out bytesWritten) == OperationStatus.Done
            && bytesWritten > 0
            && bytesWritten == encoded.Length * 3 / 4
            && Utf8.IsValid(destination[..bytesWritten]);
    }

    /// <summary>Takes the padding off; <see langword="false"/> for one of a wrong length.</summary>
    private static bool TryTrimPadding(ref Span<byte> encoded)
    {
        var length = encoded.Length;
        encoded = encoded.TrimEnd((byte)'=');

        return encoded.Length == length || length % 4 == 0 && length - encoded.Length <= 2;
    }
}
