using Microsoft.AspNetCore.Authentication;

namespace MiniApp.AspNetCore.OpenApi;

/// <summary>A scheme of launches or of sessions.</summary>
/// <param name="Name">The scheme's name.</param>
/// <param name="Options">Its options as they are now: <see cref="MiniAppOptions"/> or <see cref="MiniAppSessionOptions"/>.</param>
/// <param name="WritesProblemDetails">Whether its refusals have a body.</param>
internal sealed record MiniAppScheme(string Name, AuthenticationSchemeOptions Options, bool WritesProblemDetails);
