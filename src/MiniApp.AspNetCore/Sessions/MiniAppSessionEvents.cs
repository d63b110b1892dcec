namespace MiniApp.AspNetCore;

/// <summary>
/// Where the application has its say about sessions. Set the delegates, or derive and override, and name the derived type in
/// <see cref="Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions.EventsType"/> to have it made by dependency injection.
/// </summary>
public class MiniAppSessionEvents
{
    private static readonly Func<object, Task> Nothing = _ => Task.CompletedTask;

    /// <summary>Called when a launch was accepted in exchange for a session; may add claims, or refuse.</summary>
    public Func<SessionStartingContext, Task> OnStarting { get; set; } = Nothing;

    /// <summary>Called when a refresh token was accepted in exchange for new ones; may refuse. It may change claims as well.</summary>
    public Func<SessionRefreshingContext, Task> OnRefreshing { get; set; } = Nothing;

    /// <inheritdoc cref="OnStarting"/>
    /// <param name="context">The launch, and the session that is to begin.</param>
    public virtual Task Starting(SessionStartingContext context) => OnStarting(context);

    /// <inheritdoc cref="OnRefreshing"/>
    /// <param name="context">The session.</param>
    public virtual Task Refreshing(SessionRefreshingContext context) => OnRefreshing(context);
}
