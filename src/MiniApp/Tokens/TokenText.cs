using System.Buffers;
using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace MiniApp;

/// <summary>The first step of every verification: a token as it came, to the UTF-8 text it stands for.</summary>
internal static class TokenText
{
    private static readonly SearchValues<char> WhiteSpace = SearchValues.Create(" \t\r\n");
    private static readonly SearchValues<byte> WhiteSpaceBytes = SearchValues.Create(" \t\r\n"u8);

    /// <summary>That of base64 and that of base64url: which of the two a token is in makes no difference.</summary>
    private static readonly SearchValues<byte> Base64Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/"u8);

    /// <summary>
    /// Takes white space off both ends: a line feed comes along with what was read from a file or a terminal, and never means anything.
    /// </summary>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> token) => token is [> ' ', .., > ' '] ? token : TrimWhiteSpace(token);

    /// <summary>How many bytes <see cref="TryDecode"/> needs for a token of this many characters.</summary>
    /// <param name="tokenLength">In characters, and not above the limit.</param>
    /// <param name="maxLength">The most bytes that a token may have.</param>
    public static int MaxByteCount(int tokenLength, int maxLength) => Math.Max(2 * tokenLength, Math.Min(3 * tokenLength, maxLength));

    /// <summary>
    /// Decodes base64, base64url (padding optional) or plain text. A query of more than one parameter holds a <c>&amp;</c>, and
    /// neither base64 alphabet has one, so that character tells them apart.
    /// </summary>
    /// <param name="token">The token, without white space around it.</param>
    /// <param name="destination">Memory for <see cref="MaxByteCount"/> bytes.</param>
    /// <param name="maxLength">The most bytes that the token may have as UTF-8.</param>
    /// <param name="text">Where in the memory the text is, without white space around it.</param>
    /// <returns><see langword="false"/> for what is neither, is not UTF-8, or is too long.</returns>
    public static bool TryDecode(ReadOnlySpan<char> token, Span<byte> destination, int maxLength, out Range text) =>
        token.Contains('&')
            ? TryDecodePlain(token, destination, maxLength, out text)
            : TryDecodeBase64(token, destination, maxLength, out text);

    /// <summary>Takes a token for plain text.</summary>
    /// <returns><see langword="false"/> for half a character, and for more bytes than <paramref name="maxLength"/>.</returns>
    public static bool TryDecodePlain(ReadOnlySpan<char> token, Span<byte> destination, int maxLength, out Range text)
    {
        var room = destination[..Math.Min(destination.Length, maxLength)];
        var status = Utf8.FromUtf16(token, room, out _, out var length, replaceInvalidSequences: false);
        text = Trim(room[..length]);
        return status == OperationStatus.Done;
    }

    /// <summary>Takes a token for base64 or base64url.</summary>
    /// <returns><see langword="false"/> for what is neither, is not UTF-8, or is too long.</returns>
    public static bool TryDecodeBase64(ReadOnlySpan<char> token, Span<byte> destination, int maxLength, out Range text)
    {
        text = default;

        // Behind the room of what it decodes to, which is shorter.
        var received = destination.Slice(token.Length, token.Length);
        if (token.Length > maxLength || Ascii.FromUtf16(token, received, out _) != OperationStatus.Done)
        {
            return false;
        }

        if (received.IsEmpty
            || !(TryDecodeStandard(received, destination, out var length) || TryDecodeAnySpelling(received, destination, out length))
            || !Utf8.IsValid(destination[..length]))
        {
            return false;
        }

        text = Trim(destination[..length]);
        return true;
    }

    // What few tokens need is kept out of the code that all of them run through.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ReadOnlySpan<char> TrimWhiteSpace(ReadOnlySpan<char> token)
    {
        var start = token.IndexOfAnyExcept(WhiteSpace);
        return start < 0 ? [] : token[start..(token.LastIndexOfAnyExcept(WhiteSpace) + 1)];
    }

    private static Range Trim(ReadOnlySpan<byte> text) => text is [> (byte)' ', .., > (byte)' '] ? 0..text.Length : FindWithoutWhiteSpace(text);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Range FindWithoutWhiteSpace(ReadOnlySpan<byte> text)
    {
        var start = text.IndexOfAnyExcept(WhiteSpaceBytes);
        return start < 0 ? 0..0 : start..(text.LastIndexOfAnyExcept(WhiteSpaceBytes) + 1);
    }

    /// <summary>
    /// Decodes what most pages send: base64 as a browser's <c>btoa</c> writes it. The framework's decoder skips white space, and then there
    /// are fewer bytes than the length stands for.
    /// </summary>
    private static bool TryDecodeStandard(ReadOnlySpan<byte> text, Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = 0;
        var padding = text.EndsWith("=="u8) ? 2 : text.EndsWith("="u8) ? 1 : 0;
        return text.Length % 4 == 0
            && Base64.DecodeFromUtf8(text, destination, out _, out bytesWritten) == OperationStatus.Done
            && bytesWritten == text.Length / 4 * 3 - padding;
    }

    /// <summary>Decodes base64url, and what is in neither alphabet alone.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryDecodeAnySpelling(Span<byte> text, Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = 0;

        // Looked through first: the framework's decoder skips white space, takes % for padding and makes an exception, if only for itself,
        // of what else is foreign.
        var foreign = text.IndexOfAnyExcept(Base64Alphabet);
        var encoded = foreign < 0 ? text : text[..foreign];
        if (encoded.IsEmpty || !IsPadding(text[encoded.Length..], text.Length))
        {
            return false;
        }

        encoded.Replace((byte)'+', (byte)'-');
        encoded.Replace((byte)'/', (byte)'_');
        return Base64Url.DecodeFromUtf8(encoded, destination, out _, out bytesWritten) == OperationStatus.Done;
    }

    /// <summary>Whether this is what may follow: nothing, or as many <c>=</c> as make the whole a multiple of four characters.</summary>
    private static bool IsPadding(ReadOnlySpan<byte> end, int length) =>
        end.IsEmpty || length % 4 == 0 && (end.SequenceEqual("="u8) || end.SequenceEqual("=="u8));
}
