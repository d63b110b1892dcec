using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using MiniApp.AspNetCore;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds sessions of mini apps.</summary>
public static class MiniAppSessionAuthenticationBuilderExtensions
{
    /// <summary>
    /// Adds sessions, which users of all platforms get in exchange for a launch, with the settings of
    /// <c>Authentication:Schemes:MiniAppSession</c>: the schemes of <see cref="MiniAppSessionDefaults"/>. Unless the application names a
    /// default scheme, that is the one that takes launches and sessions. <c>MapMiniAppSessions</c> adds the endpoints.
    /// </summary>
    /// <param name="builder">The authentication builder, to which a platform's scheme is added as well.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is <see langword="null"/>.</exception>
    public static AuthenticationBuilder AddMiniAppSessions(this AuthenticationBuilder builder) => builder.AddMiniAppSessions(_ => { });

    /// <inheritdoc cref="AddMiniAppSessions(AuthenticationBuilder)"/>
    /// <param name="builder">The authentication builder, to which a platform's scheme is added as well.</param>
    /// <param name="configureOptions">Sets options on top of the configuration.</param>
    public static AuthenticationBuilder AddMiniAppSessions(this AuthenticationBuilder builder, Action<MiniAppSessionOptions> configureOptions)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configureOptions);

        var services = builder.Services;
        services.AddDataProtection();
        services.AddAuthorization();
        RevocationServices.AddTo(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, PassedOverPolicy>());
        services.TryAddSingleton<SessionTickets>();
        services.TryAddSingleton<SessionSettings>();
        services.TryAddSingleton<LaunchSchemeList>();
        services.TryAddSingleton<IChosenScheme, ChosenScheme>();
        services.AddSingleton(new ChoosesByLook(MiniAppSessionDefaults.LaunchScheme));
        services.AddSingleton(new ChoosesByLook(MiniAppSessionDefaults.LaunchOrSessionScheme));
        services.AddSingleton(provider => Describe(provider.GetRequiredService<SessionSettings>()));
        services.TryAddSingleton<LaunchPicker>();
        services.TryAddSingleton<SchemePicker>();
        services.TryAddSingleton<SessionStarter>();
        services.TryAddSingleton<SessionRefresher>();
        services.TryAddSingleton<SessionEndpoints>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<AuthenticationOptions>, DefaultToEither>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MiniAppSessionOptions>, RememberSessions>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<AntiforgeryOptions>, FramedAntiforgery>());
        SchemeSettings.Add<MiniAppSessionOptions>(services, MiniAppSessionDefaults.AuthenticationScheme);

        return builder
            .AddScheme<MiniAppSessionOptions, MiniAppSessionHandler>(MiniAppSessionDefaults.AuthenticationScheme, configureOptions)
            .AddPolicyScheme(MiniAppSessionDefaults.LaunchScheme, displayName: null, options => options.ForwardDefaultSelector =
                context => context.RequestServices.GetRequiredService<SchemePicker>().PickLaunch(context))
            .AddPolicyScheme(MiniAppSessionDefaults.LaunchOrSessionScheme, displayName: null, options => options.ForwardDefaultSelector =
                context => context.RequestServices.GetRequiredService<SchemePicker>().PickEither(context));
    }

    private static SessionScheme Describe(SessionSettings settings) =>
        new(settings.Scheme.Name, request => SessionCredentials.HasToken(request, settings.Options));
}
