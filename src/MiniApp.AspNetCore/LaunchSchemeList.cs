using Microsoft.AspNetCore.Authentication;

namespace MiniApp.AspNetCore;

/// <summary>The schemes that take launches, in the order in which they were added.</summary>
internal sealed class LaunchSchemeList(IAuthenticationSchemeProvider schemes, IEnumerable<IPlatformSchemes> platforms)
{
    private readonly IPlatformSchemes[] _platforms = [.. platforms];

    // The framework's list, and what is known of it. The list is another when a scheme was added or removed.
    private Tuple<IEnumerable<AuthenticationScheme>, LaunchScheme[]>? _known;

    public async ValueTask<LaunchScheme[]> FindAllAsync() => FindIn(await schemes.GetAllSchemesAsync());

    /// <summary>The same for whoever picks a scheme: that can't wait, and need not, because the framework has its list in memory.</summary>
    public LaunchScheme[] FindAll() => FindIn(schemes.GetAllSchemesAsync().GetAwaiter().GetResult());

    private LaunchScheme[] FindIn(IEnumerable<AuthenticationScheme> all)
    {
        var known = _known;
        if (known is null || !ReferenceEquals(known.Item1, all))
        {
            _known = known = new(all,
            [
                .. from scheme in all
                   from platform in _platforms
                   where platform.FindOptions(scheme) is not null
                   select new LaunchScheme(scheme, platform),
            ]);
        }

        return known.Item2;
    }
}
