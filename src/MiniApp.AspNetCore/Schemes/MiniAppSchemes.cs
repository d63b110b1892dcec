using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>
/// Tells the schemes of mini apps from all others, for code that serves every platform and references none. It is a singleton service of an
/// application that has such a scheme.
/// </summary>
public sealed class MiniAppSchemes
{
    private readonly IPlatformSchemes[] _platforms;
    private readonly ILaunchType[] _launches;

    internal MiniAppSchemes(IEnumerable<IPlatformSchemes> platforms, IEnumerable<ILaunchType> launches) =>
        (_platforms, _launches) = ([.. platforms], [.. launches]);

    /// <summary>A scheme's options, as they are in force now.</summary>
    /// <param name="scheme">The scheme, of any kind.</param>
    /// <returns><see langword="null"/> where the scheme is not one of a mini app.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scheme"/> is <see langword="null"/>.</exception>
    public MiniAppOptions? FindOptions(AuthenticationScheme scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);

        return _platforms.Select(platform => platform.FindOptions(scheme)).FirstOrDefault(options => options is not null);
    }

    /// <summary>
    /// Whether the code behind an endpoint takes the launch of a scheme and can't do without it, so that a request without one is
    /// challenged, whatever the endpoint's policy says.
    /// </summary>
    /// <param name="scheme">The scheme, of any kind.</param>
    /// <param name="endpoint">The endpoint's metadata.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public bool IsDemanded(AuthenticationScheme scheme, EndpointMetadataCollection endpoint)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(endpoint);

        return LaunchParameterReader.Read(endpoint, type => Array.Exists(_launches, launch => launch.Type == type && launch.IsMadeBy(scheme)))
            .Any(parameter => parameter.IsRequired);
    }
}
