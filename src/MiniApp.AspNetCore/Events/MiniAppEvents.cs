namespace MiniApp.AspNetCore;

/// <summary>
/// What the application does while a request is authenticated, in the order of the members. Set the delegates, or derive from this class,
/// override its methods, and name the derived type in
/// <see cref="Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions.EventsType"/> to have it made by dependency injection.
/// </summary>
public class MiniAppEvents
{
    private static readonly Func<object, Task> Nothing = _ => Task.CompletedTask;

    /// <summary>Called first; may set a token, or a result.</summary>
    public Func<MessageReceivedContext, Task> OnMessageReceived { get; set; } = Nothing;

    /// <summary>Called after a launch was verified; may change the principal, or set another result.</summary>
    public Func<TokenValidatedContext, Task> OnTokenValidated { get; set; } = Nothing;

    /// <summary>Called after a launch was refused; may set another result.</summary>
    public Func<AuthenticationFailedContext, Task> OnAuthenticationFailed { get; set; } = Nothing;

    /// <summary>Called before the answer 401 is written; may change it, or write another.</summary>
    public Func<MiniAppChallengeContext, Task> OnChallenge { get; set; } = Nothing;

    /// <summary>Called when a signed-in user is denied, before the answer 403 is sent.</summary>
    public Func<ForbiddenContext, Task> OnForbidden { get; set; } = Nothing;

    /// <summary>Whether nobody would notice if the events of authentication were not called.</summary>
    internal bool IsSilent =>
        GetType() == typeof(MiniAppEvents)
        && (object)OnMessageReceived == Nothing
        && (object)OnTokenValidated == Nothing
        && (object)OnAuthenticationFailed == Nothing;

    /// <inheritdoc cref="OnMessageReceived"/>
    /// <param name="context">The request, and where a token may be put.</param>
    public virtual Task MessageReceived(MessageReceivedContext context) => OnMessageReceived(context);

    /// <inheritdoc cref="OnTokenValidated"/>
    /// <param name="context">The request, the principal and the launch.</param>
    public virtual Task TokenValidated(TokenValidatedContext context) => OnTokenValidated(context);

    /// <inheritdoc cref="OnAuthenticationFailed"/>
    /// <param name="context">The request and the reason.</param>
    public virtual Task AuthenticationFailed(AuthenticationFailedContext context) => OnAuthenticationFailed(context);

    /// <inheritdoc cref="OnChallenge"/>
    /// <param name="context">The request and what the challenge is to say.</param>
    public virtual Task Challenge(MiniAppChallengeContext context) => OnChallenge(context);

    /// <inheritdoc cref="OnForbidden"/>
    /// <param name="context">The request.</param>
    public virtual Task Forbidden(ForbiddenContext context) => OnForbidden(context);
}
