using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>A token that was found in a body, or what is wrong with the body.</summary>
/// <param name="Token">The token, which may be anything; <see langword="null"/> where there is none.</param>
/// <param name="Fault">What is wrong with the body, in a sentence that holds nothing of it; <see langword="null"/> where nothing is.</param>
/// <param name="Status">The status that a bad body is answered with.</param>
internal readonly record struct BodyToken(string? Token, string? Fault = null, int Status = StatusCodes.Status400BadRequest)
{
    public static readonly BodyToken None = new(Token: null);

    public static BodyToken Bad(string fault, int status = StatusCodes.Status400BadRequest) => new(Token: null, fault, status);

    public static BodyToken OtherType(string accepted) =>
        Bad($"The body must be JSON, with the content type application/json{accepted}.", StatusCodes.Status415UnsupportedMediaType);

    public static BodyToken TooLong(int maxLength) =>
        Bad($"The body is longer than {maxLength} bytes.", StatusCodes.Status413PayloadTooLarge);

    public static BodyToken Twice(string name) => Bad($"The body has {name} twice.");
}
