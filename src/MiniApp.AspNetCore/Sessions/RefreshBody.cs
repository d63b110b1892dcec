using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>Reads a refresh token out of a request's body, or says what is wrong with the body.</summary>
/// <param name="Token">The refresh token, which may be anything.</param>
/// <param name="Status">The status that a bad body is answered with.</param>
/// <param name="Fault">What is wrong with it, in a sentence that holds nothing of it.</param>
internal readonly record struct RefreshBody(string? Token, int Status = StatusCodes.Status400BadRequest, string Fault = "")
{
    /// <summary>More than any token of ours takes: what has so many claims fits into no header either.</summary>
    private const int MaxLength = 32 * 1024;

    public static async ValueTask<RefreshBody> ReadAsync(HttpRequest request)
    {
        if (!request.HasJsonContentType())
        {
            return Bad("The body must be JSON, with the content type application/json.", StatusCodes.Status415UnsupportedMediaType);
        }

        if (request.ContentLength > MaxLength)
        {
            return TooLong;
        }

        try
        {
            var reader = request.BodyReader;
            var read = await reader.ReadAtLeastAsync(MaxLength + 1, request.HttpContext.RequestAborted);
            var body = Parse(read);
            reader.AdvanceTo(read.Buffer.End);
            return body;
        }
        catch (BadHttpRequestException exception)
        {
            return Bad("The body can't be read.", exception.StatusCode);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            return Bad("The body ended early.");
        }
    }

    private static RefreshBody TooLong => Bad($"The body is longer than {MaxLength} bytes.", StatusCodes.Status413PayloadTooLarge);

    private static RefreshBody Parse(ReadResult read)
    {
        if (read.Buffer.Length > MaxLength)
        {
            return TooLong;
        }

        var json = new Utf8JsonReader(read.Buffer);
        try
        {
            var request = JsonSerializer.Deserialize(ref json, SessionJson.Default.RefreshRequest);
            return !json.Read() && request is { RefreshToken.Length: > 0 } ? new(request.RefreshToken)
                : Bad("The body must be an object with a refreshToken.");
        }
        catch (JsonException)
        {
            return Bad("""The body must be JSON such as {"refreshToken":"…"}.""");
        }
    }

    private static RefreshBody Bad(string fault, int status = StatusCodes.Status400BadRequest) => new(Token: null, status, fault);
}
