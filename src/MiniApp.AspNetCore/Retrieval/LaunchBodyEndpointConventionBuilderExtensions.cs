using MiniApp.AspNetCore;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Has endpoints take the launch from the body.</summary>
public static class LaunchBodyEndpointConventionBuilderExtensions
{
    /// <inheritdoc cref="TakeLaunchFromBodyAttribute"/>
    /// <typeparam name="TBuilder">The builder's type.</typeparam>
    /// <param name="builder">An endpoint, several, or a group, such as what <c>MapMiniAppSessions</c> returns.</param>
    /// <param name="name">The name of the member of the JSON object, or of the form's field.</param>
    /// <param name="acceptForm">Whether the body may be a form as well: see <see cref="TakeLaunchFromBodyAttribute.AcceptForm"/>.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public static TBuilder TakeLaunchFromBody<TBuilder>(this TBuilder builder, string name, bool acceptForm = false)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);

        return builder.WithMetadata(new TakeLaunchFromBodyAttribute(name) { AcceptForm = acceptForm });
    }
}
