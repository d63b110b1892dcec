using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore;

/// <inheritdoc/>
internal sealed class ChosenScheme(
    IAuthenticationSchemeProvider schemes,
    IEnumerable<IPlatformSchemes> platforms,
    IOptionsMonitor<PolicySchemeOptions> policySchemes,
    LaunchSchemeList launches,
    IEnumerable<ChoosesByLook> byLook,
    IEnumerable<SessionScheme> ofSessions) : IChosenScheme
{
    /// <summary>As many schemes as may hand a request on, one to the other: some go in circles.</summary>
    private const int MostSteps = 8;

    private readonly IPlatformSchemes[] _platforms = [.. platforms];
    private readonly string[] _byLook = [.. byLook.Select(chooser => chooser.Scheme)];
    private readonly string[] _ofSessions = [.. ofSessions.Select(scheme => scheme.Name)];

    public AuthenticationScheme? Find(HttpContext context)
    {
        // Who picks a scheme can't wait, and need not, because the framework has its list in memory.
        var scheme = schemes.GetDefaultAuthenticateSchemeAsync().GetAwaiter().GetResult();
        var isChosen = false;
        for (var step = 0; step < MostSteps && scheme is not null && !_byLook.Contains(scheme.Name, StringComparer.Ordinal); step++)
        {
            var options = FindOptions(scheme);
            var chosen = options?.ForwardAuthenticate is null ? options?.ForwardDefaultSelector?.Invoke(context) : null;
            isChosen |= chosen is not null;

            // The framework's own order.
            var target = options?.ForwardAuthenticate ?? chosen ?? options?.ForwardDefault;
            if (target is null || target == scheme.Name)
            {
                return isChosen && (options is MiniAppOptions || _ofSessions.Contains(scheme.Name, StringComparer.Ordinal)) ? scheme : null;
            }

            scheme = schemes.GetSchemeAsync(target).GetAwaiter().GetResult();
        }

        return null;
    }

    public bool IsBeside(AuthenticationScheme? chosen, string name, Type handler) =>
        chosen is not null && chosen.Name != name && launches.HasSeveralOf(handler);

    private AuthenticationSchemeOptions? FindOptions(AuthenticationScheme scheme) =>
        scheme.HandlerType == typeof(PolicySchemeHandler) ? policySchemes.Get(scheme.Name)
            : _platforms.Select(platform => platform.FindOptions(scheme)).FirstOrDefault(options => options is not null);
}
