using System.Buffers;
using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text.Unicode;

namespace MiniApp;

/// <summary>The first step of every verification: a token as it came, to the UTF-8 text it stands for.</summary>
internal static class TokenText
{
    private static readonly SearchValues<char> Base64UrlAlphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>How many bytes <see cref="TryDecode"/> needs for a token of this many characters.</summary>
    public static int MaxByteCount(int tokenLength) => tokenLength * 3;

    /// <summary>
    /// Decodes base64, base64url (padding optional) or plain text. A query of more than one parameter holds a <c>&amp;</c>, and
    /// neither base64 alphabet has one, so that character tells them apart.
    /// </summary>
    /// <returns><see langword="false"/> for what is neither, or is not UTF-8.</returns>
    public static bool TryDecode(ReadOnlySpan<char> token, Span<byte> destination, out int bytesWritten)
    {
        var foreign = token.IndexOfAnyExcept(Base64UrlAlphabet);

        return foreign < 0 ? TryDecodeBase64Url(token, destination, out bytesWritten)
            : token[foreign..].Contains('&') ? TryDecodePlain(token, destination, out bytesWritten)
            : TryDecodeBase64(token, destination, out bytesWritten);
    }

    /// <summary>Takes a token for plain text.</summary>
    /// <returns><see langword="false"/> for half a character.</returns>
    public static bool TryDecodePlain(ReadOnlySpan<char> token, Span<byte> destination, out int bytesWritten) =>
        Utf8.FromUtf16(token, destination, out _, out bytesWritten, replaceInvalidSequences: false) == OperationStatus.Done;

    /// <summary>Decodes base64 with padding, or of the older alphabet.</summary>
    private static bool TryDecodeBase64(ReadOnlySpan<char> token, Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = 0;
        if (!TryTrimPadding(ref token))
        {
            return false;
        }

        if (token.ContainsAnyExcept(Base64UrlAlphabet))
        {
            token = ToBase64Url(token, MemoryMarshal.Cast<byte, char>(destination[^(token.Length * sizeof(char))..]));
            if (token.ContainsAnyExcept(Base64UrlAlphabet))
            {
                return false;
            }
        }

        return TryDecodeBase64Url(token, destination, out bytesWritten);
    }

    /// <summary>
    /// Decodes what is known to be of the alphabet: the framework's decoder skips white space, takes <c>%</c> for padding and makes an
    /// exception, if only for itself, of what else is foreign.
    /// </summary>
    private static bool TryDecodeBase64Url(ReadOnlySpan<char> token, Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = 0;

        return !token.IsEmpty
            && token.Length % 4 != 1
            && Base64Url.DecodeFromChars(token, destination, out _, out bytesWritten) == OperationStatus.Done
            && Utf8.IsValid(destination[..bytesWritten]);
    }

    private static ReadOnlySpan<char> ToBase64Url(ReadOnlySpan<char> base64, Span<char> destination)
    {
        base64.Replace(destination, '+', '-');
        destination.Replace('/', '_');
        return destination;
    }

    /// <summary>Takes the padding off; <see langword="false"/> for one of a wrong length.</summary>
    private static bool TryTrimPadding(ref ReadOnlySpan<char> token)
    {
        var length = token.Length;
        token = token.TrimEnd('=');

        return token.Length == length || length % 4 == 0 && length - token.Length <= 2;
    }
}
