using Microsoft.AspNetCore.Authentication;

namespace MiniApp.AspNetCore;

/// <summary>A scheme that takes launches.</summary>
/// <param name="scheme">The scheme.</param>
/// <param name="platform">The platform whose it is.</param>
internal sealed class LaunchScheme(AuthenticationScheme scheme, IPlatformSchemes platform)
{
    public string Name => scheme.Name;

    /// <summary>Its handler, which schemes of one platform share.</summary>
    public Type Handler => scheme.HandlerType;

    /// <summary>Its options, as they are in force now.</summary>
    public MiniAppOptions Options => platform.FindOptions(scheme)!;
}
