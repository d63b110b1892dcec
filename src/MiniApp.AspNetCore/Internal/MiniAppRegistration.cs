using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore;

/// <summary>Adds a platform's scheme: its handler, its section of the configuration, and the refusal to start without sound settings.</summary>
internal static class MiniAppRegistration
{
    public static AuthenticationBuilder AddMiniApp<
        TOptions,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TConfigure,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TValidate>(
        this AuthenticationBuilder builder, string authenticationScheme, string? displayName, Action<TOptions> configureOptions)
        where TOptions : MiniAppOptions, new()
        where THandler : MiniAppHandler<TOptions>
        where TConfigure : MiniAppConfigureOptions<TOptions>
        where TValidate : MiniAppValidateOptions<TOptions>
    {
        ArgumentNullException.ThrowIfNull(builder);

        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<TOptions>, TConfigure>());
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TOptions>, TValidate>());
        builder.Services.AddOptions<TOptions>(authenticationScheme).ValidateOnStart();

        return builder.AddScheme<TOptions, THandler>(authenticationScheme, displayName, configureOptions);
    }
}
