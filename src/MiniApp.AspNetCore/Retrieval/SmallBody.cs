using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>Reads a body that holds a token and little else.</summary>
internal static class SmallBody
{
    /// <summary>Reads the whole body, however it comes, and no more than it may be long.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maxLength">How many bytes it may be long.</param>
    /// <param name="find">Finds the token in the bytes. What the client breaks off while it reads on is a bad body as well.</param>
    public static async ValueTask<BodyToken> ReadAsync(HttpRequest request, int maxLength, Func<byte[], ValueTask<BodyToken>> find)
    {
        if (request.ContentLength > maxLength)
        {
            return BodyToken.TooLong(maxLength);
        }

        try
        {
            var reader = request.BodyReader;
            var read = await reader.ReadAtLeastAsync(maxLength + 1, request.HttpContext.RequestAborted);
            var bytes = read.Buffer.Length > maxLength ? null : read.Buffer.ToArray();
            reader.AdvanceTo(read.Buffer.End);
            return bytes is null ? BodyToken.TooLong(maxLength) : await find(bytes);
        }
        catch (BadHttpRequestException exception)
        {
            return BodyToken.Bad("The body can't be read.", exception.StatusCode);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            return BodyToken.Bad("The body ended early.");
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            // What is thrown by a stream that decompresses, which an application may have put in place: the second by that of Brotli.
            return BodyToken.Bad("The body can't be read.");
        }
    }
}
