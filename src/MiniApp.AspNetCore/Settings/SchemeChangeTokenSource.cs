using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace MiniApp.AspNetCore;

/// <summary>Has a scheme's options made anew when the configuration changes.</summary>
/// <typeparam name="TOptions">The platform's options.</typeparam>
internal sealed class SchemeChangeTokenSource<TOptions>(string scheme, IAuthenticationConfigurationProvider provider)
    : IOptionsChangeTokenSource<TOptions>
{
    public string Name => scheme;

    public IChangeToken GetChangeToken() => provider.GetSchemeConfiguration(scheme).GetReloadToken();
}
