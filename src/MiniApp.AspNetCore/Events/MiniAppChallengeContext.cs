using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>The context of <see cref="MiniAppEvents.OnChallenge"/>.</summary>
/// <param name="context">The request.</param>
/// <param name="scheme">The scheme.</param>
/// <param name="options">The scheme's options.</param>
/// <param name="properties">The challenge's properties.</param>
public sealed class MiniAppChallengeContext(
    HttpContext context, AuthenticationScheme scheme, MiniAppOptions options, AuthenticationProperties properties)
    : PropertiesContext<MiniAppOptions>(context, scheme, options, properties)
{
    /// <summary>Why the request's token was refused; <see langword="null"/> where it had none.</summary>
    public Exception? AuthenticateFailure { get; init; }

    /// <summary>
    /// The error code of RFC 6750, section 3.1: <c>invalid_token</c> where a token was refused; <c>insufficient_user_authentication</c>
    /// (RFC 9470, section 3) where the launch is good, but older than the endpoint allows.
    /// </summary>
    public string? Error { get; set; }

    /// <summary>
    /// The error in words for people: that the launch has expired, or must be more recent; with
    /// <see cref="MiniAppOptions.IncludeErrorDetails"/>, any reason.
    /// </summary>
    public string? ErrorDescription { get; set; }

    /// <summary>The address of a page about the error.</summary>
    public string? ErrorUri { get; set; }

    /// <summary>The error for the page to act on: one of <see cref="ChallengeReasons"/>, or a word of the application's own.</summary>
    public string? Reason { get; set; }

    /// <summary>
    /// The greatest age of a launch that the endpoint accepts, in whole seconds; <see langword="null"/> unless the launch is older than
    /// that.
    /// </summary>
    public TimeSpan? MaxAge { get; set; }

    /// <summary>Whether <see cref="HandleResponse"/> was called.</summary>
    public bool Handled { get; private set; }

    /// <summary>Leaves the response to the event: the handler writes none.</summary>
    public void HandleResponse() => Handled = true;
}
