using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>A launch that was found in a body, or what is wrong with the body.</summary>
/// <param name="Token">The launch, which may be anything; <see langword="null"/> where there is none.</param>
/// <param name="Fault">What is wrong with the body, in a sentence that holds nothing of it; <see langword="null"/> where nothing is.</param>
/// <param name="Status">The status that a bad body is answered with.</param>
internal readonly record struct LaunchBodyContent(string? Token, string? Fault = null, int Status = StatusCodes.Status400BadRequest)
{
    public static readonly LaunchBodyContent None = new(Token: null);

    public static readonly LaunchBodyContent TooLong =
        Bad($"The body is longer than {TakeLaunchFromBodyAttribute.MaxLength} bytes.", StatusCodes.Status413PayloadTooLarge);

    public static LaunchBodyContent Bad(string fault, int status = StatusCodes.Status400BadRequest) => new(Token: null, fault, status);

    public static LaunchBodyContent Twice(string name) => Bad($"The body has {name} twice.");
}
