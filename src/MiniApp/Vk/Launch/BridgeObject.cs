using System.Text.Json;
using MiniApp;

namespace VkMiniApp;

/// <summary>
/// The object that the bridge answers <c>VKWebAppGetLaunchParams</c> with, as JSON: rewritten as the query that it was made from, so that
/// all that is strict about a query is strict about it too.
/// </summary>
internal static class BridgeObject
{
    /// <summary>Reads an object, plain or in base64.</summary>
    /// <param name="token">The token.</param>
    /// <param name="buffers">Where the text is kept.</param>
    /// <param name="text">The query, and memory behind it.</param>
    /// <param name="length">The query's length.</param>
    /// <returns><see langword="false"/> for what is no object, or none of texts and whole numbers.</returns>
    public static bool TryReadQuery(ReadOnlySpan<char> token, QueryBuffers buffers, out Span<byte> text, out int length)
    {
        var json = buffers.Canonical(TokenText.MaxByteCount(token.Length));
        text = default;
        length = 0;

        var isText = token is ['{', ..]
            ? TokenText.TryDecodePlain(token, json, out var jsonLength)
            : TokenText.TryDecode(token, json, out jsonLength);
        if (!isText || json[0] != '{')
        {
            return false;
        }

        var queryLength = FormUrlEncoding.MaxByteCount(jsonLength) + UnreservedBytes.BlockLength;
        var memory = buffers.Text(queryLength + jsonLength);
        text = memory[..queryLength];
        return TryWrite(json[..jsonLength], text, scratch: memory[queryLength..], out length);
    }

    private static bool TryWrite(ReadOnlySpan<byte> json, Span<byte> query, Span<byte> scratch, out int length)
    {
        length = 0;
        try
        {
            var reader = new Utf8JsonReader(json);
            return TryWrite(ref reader, query, scratch, ref length);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The reader has no other way to say that JSON is broken, or that an escape is half a character.
            return false;
        }
    }

    private static bool TryWrite(ref Utf8JsonReader reader, Span<byte> query, Span<byte> scratch, ref int length)
    {
        reader.Read();
        for (reader.Read(); reader.TokenType == JsonTokenType.PropertyName; reader.Read())
        {
            length += Append(ref reader, query[length..], scratch);
            query[length++] = (byte)'=';

            reader.Read();
            if (!IsTextOrWholeNumber(ref reader))
            {
                return false;
            }

            length += Append(ref reader, query[length..], scratch);
            query[length++] = (byte)'&';
        }

        length = Math.Max(length - 1, 0);
        return !reader.Read();
    }

    private static int Append(ref Utf8JsonReader reader, Span<byte> query, Span<byte> scratch)
    {
        var text = reader.ValueIsEscaped ? scratch[..reader.CopyString(scratch)] : reader.ValueSpan;
        return FormUrlEncoding.Encode(text, query, FormUrlStyle.Rfc1738);
    }

    private static bool IsTextOrWholeNumber(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String
        || reader.TokenType == JsonTokenType.Number && !reader.ValueSpan.ContainsAnyExceptInRange((byte)'0', (byte)'9');
}
