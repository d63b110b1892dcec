using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;

namespace MiniApp.AspNetCore;

/// <summary>
/// Whose launch the code behind an endpoint is given. It flows with the code that it was made for, and is made for no other: an
/// <c>IHttpContextAccessor</c> would be paid for by every request of the application.
/// </summary>
internal sealed class LaunchScope
{
    private static readonly AsyncLocal<LaunchScope?> Flowing = new();

    private readonly ClaimsPrincipal? _connected;
    private HttpContext? _request;

    private LaunchScope(HttpContext? request, ClaimsPrincipal? connected) => (_request, _connected) = (request, connected);

    public static bool IsFlowing => Flowing.Value is not null;

    /// <summary>Begins a scope for what is called from here, until <see cref="End"/>.</summary>
    public static LaunchScope Begin(HttpContext request) => Flowing.Value = new(request, connected: null);

    /// <summary>
    /// Begins a scope for a hub's connection, which lives on when the request that began it may have ended, as with long polling.
    /// </summary>
    public static void BeginConnection(ClaimsPrincipal user) => Flowing.Value = new(request: null, user);

    /// <summary>The launch that the code from which this is called is given.</summary>
    /// <exception cref="HubException">A hub takes a launch that the connection's user has not.</exception>
    public static TLaunch? Find<TLaunch>()
        where TLaunch : class, IMiniAppLaunch =>
        Flowing.Value is { } scope ? scope.FindLaunch<TLaunch>() : null;

    // What was left running in the background must not keep the request, which is used again for another.
    public void End() => _request = null;

    // SignalR knows no optional services: it would answer that there is no such service.
    private TLaunch? FindLaunch<TLaunch>()
        where TLaunch : class, IMiniAppLaunch =>
        _connected is null
            ? _request?.User.GetLaunch<TLaunch>() // A filter may have signed somebody in since the scope began.
            : _connected.GetLaunch<TLaunch>()
                ?? throw new HubException($"The hub takes {typeof(TLaunch).Name}, and the connection's user was not signed in by that.");
}
