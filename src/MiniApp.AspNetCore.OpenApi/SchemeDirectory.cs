using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore.OpenApi;

/// <summary>The application's schemes of launches and of sessions, and which of them a policy accepts.</summary>
internal sealed class SchemeDirectory(IServiceProvider services)
{
    private readonly IAuthenticationSchemeProvider? _schemes = services.GetService<IAuthenticationSchemeProvider>();
    private readonly MiniAppSchemes? _miniApps = services.GetService<MiniAppSchemes>();

    public async Task<IReadOnlyList<MiniAppScheme>> FindAllAsync()
    {
        AuthenticationScheme[] all = _schemes is null ? [] : [.. await _schemes.GetAllSchemesAsync()];
        MiniAppScheme[] launches = [.. all.Select(FindLaunches).OfType<MiniAppScheme>()];

        // Sessions have no say in it of their own: their refusals get a body where those of any launch do.
        var haveBodies = Array.Exists(launches, scheme => scheme.WritesProblemDetails);
        return [.. launches, .. all.Where(IsOfSessions).Select(scheme => FindSessions(scheme.Name, haveBodies))];
    }

    /// <summary>The schemes that a policy names, or else the default one, wherever each hands its requests on to.</summary>
    public async Task<IReadOnlyList<MiniAppScheme>> FindAcceptedAsync(AuthorizationPolicy policy)
    {
        var all = (await FindAllAsync()).ToDictionary(scheme => scheme.Name, StringComparer.Ordinal);
        var accepted = new List<MiniAppScheme>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Queue<string>(policy.AuthenticationSchemes.Count > 0 ? policy.AuthenticationSchemes : await FindDefaultAsync());

        while (pending.TryDequeue(out var name))
        {
            if (!seen.Add(name))
            {
                continue;
            }

            var miniApp = all.GetValueOrDefault(name);
            var options = miniApp?.Options ?? await FindPolicySchemeAsync(name);

            if (options is not null && FixedTarget(options) is { } target && target != name)
            {
                pending.Enqueue(target);
            }
            else if (miniApp is not null)
            {
                accepted.Add(miniApp);
            }
            else if (options?.ForwardDefaultSelector is not null)
            {
                // Only a request can tell which scheme this one chooses: to a reader of the document, it may be any.
                FindChoices(name, all.Values).ToList().ForEach(pending.Enqueue);
            }
        }

        return accepted;
    }

    /// <summary>The schemes whose launch the code behind an endpoint can't do without; where it uses a launch and does not say whose, all of launches.</summary>
    public async Task<string[]> FindDemandedAsync(EndpointMetadataCollection endpoint)
    {
        AuthenticationScheme[] all = _schemes is null || _miniApps is null ? [] : [.. await _schemes.GetAllSchemesAsync()];
        string[] demanded = [.. all.Where(scheme => _miniApps!.IsDemanded(scheme, endpoint)).Select(scheme => scheme.Name)];
        return demanded.Length > 0 || endpoint.GetMetadata<RequireUnusedLaunchAttribute>() is null ? demanded
            : [.. all.Where(scheme => _miniApps!.FindOptions(scheme) is not null).Select(scheme => scheme.Name)];
    }

    // The order of AuthenticationHandler: what is set for authentication alone, then the selector, then the default.
    private static string? FixedTarget(AuthenticationSchemeOptions options) =>
        options.ForwardAuthenticate ?? (options.ForwardDefaultSelector is null ? options.ForwardDefault : null);

    private static IEnumerable<string> FindChoices(string chooser, IEnumerable<MiniAppScheme> all) =>
        from scheme in all
        where chooser != MiniAppSessionDefaults.LaunchScheme || scheme.Options is MiniAppOptions
        select scheme.Name;

    private static bool IsOfSessions(AuthenticationScheme scheme) =>
        scheme.HandlerType.IsAssignableTo(typeof(AuthenticationHandler<MiniAppSessionOptions>));

    private MiniAppScheme? FindLaunches(AuthenticationScheme scheme) =>
        _miniApps?.FindOptions(scheme) is { } options ? new(scheme.Name, options, options.WriteProblemDetails) : null;

    private MiniAppScheme FindSessions(string name, bool haveBodies) =>
        new(name, services.GetRequiredService<IOptionsMonitor<MiniAppSessionOptions>>().Get(name), haveBodies);

    private async Task<string[]> FindDefaultAsync() =>
        _schemes is not null && await _schemes.GetDefaultAuthenticateSchemeAsync() is { } scheme ? [scheme.Name] : [];

    private async Task<AuthenticationSchemeOptions?> FindPolicySchemeAsync(string name) =>
        _schemes is not null && (await _schemes.GetSchemeAsync(name))?.HandlerType == typeof(PolicySchemeHandler)
            ? services.GetRequiredService<IOptionsMonitor<PolicySchemeOptions>>().Get(name)
            : null;
}
