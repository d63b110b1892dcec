using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore;

/// <inheritdoc/>
/// <typeparam name="TOptions">The platform's options.</typeparam>
/// <typeparam name="THandler">The platform's handler, by which its schemes are told.</typeparam>
internal sealed class PlatformSchemes<TOptions, THandler>(IOptionsMonitor<TOptions> options) : IPlatformSchemes
    where TOptions : MiniAppOptions, new()
{
    public bool Has(AuthenticationScheme scheme) => scheme.HandlerType == typeof(THandler);

    public MiniAppOptions? FindOptions(AuthenticationScheme scheme) => Has(scheme) ? options.Get(scheme.Name) : null;
}
