using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore;

/// <summary>Tells a platform's schemes from all others, for whoever serves every platform and refers to none.</summary>
internal abstract class PlatformSchemes
{
    /// <summary>A scheme's options, or <see langword="null"/> where it is not of this platform.</summary>
    public abstract MiniAppOptions? FindOptions(AuthenticationScheme scheme);
}

/// <inheritdoc/>
/// <typeparam name="TOptions">The platform's options.</typeparam>
/// <typeparam name="THandler">The platform's handler.</typeparam>
internal sealed class PlatformSchemes<TOptions, THandler>(IOptionsMonitor<TOptions> options) : PlatformSchemes
    where TOptions : MiniAppOptions, new()
    where THandler : MiniAppHandler<TOptions>
{
    public override MiniAppOptions? FindOptions(AuthenticationScheme scheme) =>
        scheme.HandlerType == typeof(THandler) ? options.Get(scheme.Name) : null;
}
