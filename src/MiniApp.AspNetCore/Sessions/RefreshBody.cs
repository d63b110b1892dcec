using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>Reads a refresh token out of a request's body, or says what is wrong with the body.</summary>
internal static class RefreshBody
{
    /// <summary>More than any token of ours takes: what has so many claims fits into no header either.</summary>
    private const int MaxLength = 32 * 1024;

    /// <returns>A token that is not empty, or a fault.</returns>
    public static async ValueTask<BodyToken> ReadAsync(HttpRequest request) =>
        request.HasJsonContentType() ? await SmallBody.ReadAsync(request, MaxLength, static body => new(Parse(body)))
            : BodyToken.OtherType(accepted: "");

    private static BodyToken Parse(ReadOnlySpan<byte> body)
    {
        var json = new Utf8JsonReader(body);
        try
        {
            var request = JsonSerializer.Deserialize(ref json, SessionJson.Default.RefreshRequest);
            return !json.Read() && request is { RefreshToken.Length: > 0 } ? new(request.RefreshToken)
                : BodyToken.Bad("The body must be an object with a refreshToken.");
        }
        catch (JsonException)
        {
            return BodyToken.Bad("""The body must be JSON such as {"refreshToken":"…"}.""");
        }
    }
}
