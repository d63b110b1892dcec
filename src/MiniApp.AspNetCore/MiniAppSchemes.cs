using Microsoft.AspNetCore.Authentication;

namespace MiniApp.AspNetCore;

/// <summary>
/// Tells the schemes of mini apps from all others, for code that serves every platform and references none. It is a singleton service of an
/// application that has such a scheme.
/// </summary>
public sealed class MiniAppSchemes
{
    private readonly IPlatformSchemes[] _platforms;

    internal MiniAppSchemes(IEnumerable<IPlatformSchemes> platforms) => _platforms = [.. platforms];

    /// <summary>A scheme's options, as they are in force now.</summary>
    /// <param name="scheme">The scheme, of any kind.</param>
    /// <returns><see langword="null"/> where the scheme is not one of a mini app.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scheme"/> is <see langword="null"/>.</exception>
    public MiniAppOptions? FindOptions(AuthenticationScheme scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);

        return _platforms.Select(platform => platform.FindOptions(scheme)).FirstOrDefault(options => options is not null);
    }
}
