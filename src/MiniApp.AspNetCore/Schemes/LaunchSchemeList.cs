using System.Collections.Frozen;
using Microsoft.AspNetCore.Authentication;

namespace MiniApp.AspNetCore;

/// <summary>The schemes that take launches, in the order in which they were added.</summary>
internal sealed class LaunchSchemeList(IAuthenticationSchemeProvider schemes, IEnumerable<IPlatformSchemes> platforms)
{
    private readonly IPlatformSchemes[] _platforms = [.. platforms];

    private Known? _known;

    /// <summary>Whether there are several of one platform, among which an application may choose.</summary>
    public bool HasSeveralOfOnePlatform => FindAtOnce().SharedHandlers.Count > 0;

    /// <summary>Whether a handler is that of several.</summary>
    public bool HasSeveralOf(Type handler) => FindAtOnce().SharedHandlers.Contains(handler);

    public async ValueTask<LaunchScheme[]> FindAllAsync() => FindIn(await schemes.GetAllSchemesAsync()).Schemes;

    /// <summary>The same for whoever picks a scheme.</summary>
    public LaunchScheme[] FindAll() => FindAtOnce().Schemes;

    // Who picks a scheme can't wait, and need not, because the framework has its list in memory.
    private Known FindAtOnce() => FindIn(schemes.GetAllSchemesAsync().GetAwaiter().GetResult());

    private Known FindIn(IEnumerable<AuthenticationScheme> all)
    {
        var known = _known;
        if (known is null || !ReferenceEquals(known.All, all))
        {
            _known = known = new(all,
            [
                .. from scheme in all
                   from platform in _platforms
                   where platform.Has(scheme)
                   select new LaunchScheme(scheme, platform),
            ]);
        }

        return known;
    }

    /// <summary>The framework's list, and what is known of it. The list is another when a scheme was added or removed.</summary>
    private sealed record Known(IEnumerable<AuthenticationScheme> All, LaunchScheme[] Schemes)
    {
        /// <summary>Found once: an application may have a scheme for each of many tenants, and asks about each in a request.</summary>
        public FrozenSet<Type> SharedHandlers { get; } =
            Schemes.CountBy(scheme => scheme.Handler).Where(count => count.Value > 1).Select(count => count.Key).ToFrozenSet();
    }
}
