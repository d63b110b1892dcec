using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace MiniApp.AspNetCore;

/// <inheritdoc/>
/// <typeparam name="THandler">The platform's handler, by which its schemes are told.</typeparam>
/// <typeparam name="TLaunch">What the platform tells of a launch.</typeparam>
internal sealed class LaunchType<THandler, TLaunch> : ILaunchType
    where TLaunch : class, IMiniAppLaunch
{
    public Type Type => typeof(TLaunch);

    public bool IsIn(ClaimsPrincipal user) => user.GetLaunch<TLaunch>() is not null;

    public bool IsMadeBy(AuthenticationScheme scheme) => scheme.HandlerType == typeof(THandler);
}
