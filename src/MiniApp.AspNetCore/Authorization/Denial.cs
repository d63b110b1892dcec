using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace MiniApp.AspNetCore;

/// <summary>
/// The request's latest authorization in which a requirement of a launch was not met when it was asked. What was left unmet in the end is
/// known when it is over: a handler that is asked later may let somebody pass.
/// </summary>
internal sealed class Denial
{
    private readonly AuthorizationHandlerContext _authorization;

    private Denial(AuthorizationHandlerContext authorization) => _authorization = authorization;

    /// <summary>What was not met, the application's own requirements included.</summary>
    public IReadOnlyList<IAuthorizationRequirement> Unmet =>
        _authorization.HasSucceeded ? [] : [.. _authorization.Requirements.Where(_authorization.PendingRequirements.Contains)];

    /// <summary>Whether nothing keeps the user out but that the launch is not recent: then a fresh one mends it.</summary>
    public bool IsForAgeAlone => !_authorization.HasSucceeded && !_authorization.HasFailed
        && _authorization.PendingRequirements.All(requirement => requirement is LaunchAgeRequirement);

    /// <summary>What of a launch was not met, in sentences; <see langword="null"/> where it was all met.</summary>
    public string? LackOfLaunch => Unmet.OfType<LaunchRequirement>().ToArray() is { Length: > 0 } unmet
        ? string.Join(' ', unmet.AsEnumerable())
        : null;

    public static Denial? Find(HttpContext request) => request.Features.Get<Denial>();

    /// <summary>The request that is authorized, by the framework's middleware or by a filter of MVC; something else may be, such as a hub's call.</summary>
    public static HttpContext? FindRequest(AuthorizationHandlerContext authorization) => authorization.Resource switch
    {
        HttpContext request => request,
        ActionContext action => action.HttpContext,
        _ => null,
    };

    public static void Note(AuthorizationHandlerContext authorization)
    {
        if (FindRequest(authorization) is { } request && Find(request)?._authorization != authorization)
        {
            request.Features.Set(new Denial(authorization));
        }
    }

    public static void ForgetOthers(AuthorizationHandlerContext authorization)
    {
        if (FindRequest(authorization) is { } request && Find(request) is { } denial && denial._authorization != authorization)
        {
            request.Features.Set<Denial>(null);
        }
    }

    /// <summary>How recent a launch of this platform must be, where a fresh one mends everything; otherwise <see langword="null"/>.</summary>
    public TimeSpan? FindMaxAge(string issuer) => IsForAgeAlone
        ? _authorization.PendingRequirements.OfType<LaunchAgeRequirement>()
            .Where(requirement => requirement.IsMendedBy(issuer))
            .Min(requirement => (TimeSpan?)requirement.MaxAge)
        : null;
}
