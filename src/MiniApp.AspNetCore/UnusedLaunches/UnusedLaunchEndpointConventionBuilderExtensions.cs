using MiniApp.AspNetCore;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Demands unused launches of endpoints.</summary>
public static class UnusedLaunchEndpointConventionBuilderExtensions
{
    /// <inheritdoc cref="RequireUnusedLaunchAttribute"/>
    /// <typeparam name="TBuilder">The builder's type.</typeparam>
    /// <param name="builder">An endpoint, several, or a group.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is <see langword="null"/>.</exception>
    public static TBuilder RequireUnusedLaunch<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);

        return builder.WithMetadata(new RequireUnusedLaunchAttribute());
    }
}
