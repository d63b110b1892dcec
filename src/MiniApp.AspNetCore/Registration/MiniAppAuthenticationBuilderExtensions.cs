using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using MiniApp;
using MiniApp.AspNetCore;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds a platform's scheme. The platforms have extensions of their own, which call these.</summary>
public static class MiniAppAuthenticationBuilderExtensions
{
    /// <summary>
    /// Adds a scheme: its handler, its section of the configuration <c>Authentication:Schemes:{scheme}</c>, and what stands around it. The
    /// host refuses to start with settings with which no launch could be verified. Handlers of endpoints, actions and hubs may take a
    /// <typeparamref name="TLaunch"/> as a parameter.
    /// </summary>
    /// <typeparam name="TOptions">The platform's options.</typeparam>
    /// <typeparam name="THandler">The platform's handler.</typeparam>
    /// <typeparam name="TLaunch">What the platform tells of a launch.</typeparam>
    /// <param name="builder">The authentication builder.</param>
    /// <param name="authenticationScheme">The scheme's name.</param>
    /// <param name="displayName">The scheme's name for people.</param>
    /// <param name="configureOptions">Sets options on top of the configuration.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">The builder or the scheme's name is <see langword="null"/>.</exception>
    public static AuthenticationBuilder AddMiniApp<
        TOptions, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler, TLaunch>(
        this AuthenticationBuilder builder, string authenticationScheme, string? displayName, Action<TOptions>? configureOptions)
        where TOptions : MiniAppOptions, new()
        where THandler : MiniAppHandler<TOptions, TLaunch>
        where TLaunch : class, IMiniAppLaunch
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(authenticationScheme);

        var services = builder.Services;
        services.AddMetrics();
        services.TryAddSingleton<LaunchMetrics>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<TOptions>, ProvideMetrics<TOptions>>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<TOptions>, ProvideRevocations<TOptions>>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<TOptions>, ExplainRefusals<TOptions>>());
        SchemeSettings.Add<TOptions>(services, authenticationScheme);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAuthorizationHandler, LaunchAgeHandler>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPlatformSchemes, PlatformSchemes<TOptions, THandler>>());
        services.TryAddSingleton(provider => new MiniAppSchemes(provider.GetServices<IPlatformSchemes>(), provider.GetServices<ILaunchType>()));
        services.TryAddSingleton<LaunchSchemeList>();
        services.TryAddSingleton<IChosenScheme, ChosenScheme>();
        services.TryAddSingleton<ILaunchTokens, LaunchTokens>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, PassedOverPolicy>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, LaunchBodyPolicy>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, UnusedLaunchPolicy>());
        RevocationServices.AddTo(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupFilter, ProblemBodies>());
        LaunchParameters.Add<THandler, TLaunch>(services);
        LedgerServices.Add(services);
        services.TryAddSingleton<ILaunchSchemes, LaunchSchemes>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<ProblemDetailsOptions>, CompleteProblems>());
        services.TryAddSingleton<UnaskedSchemes>();
        StepUpResultHandler.AddTo(services);

        return builder.AddScheme<TOptions, THandler>(authenticationScheme, displayName, configureOptions);
    }

    /// <summary>Adds a scheme with settings that a service knows.</summary>
    /// <typeparam name="TOptions">The platform's options.</typeparam>
    /// <typeparam name="THandler">The platform's handler.</typeparam>
    /// <typeparam name="TLaunch">What the platform tells of a launch.</typeparam>
    /// <typeparam name="TService">The service, such as a store of keys. It has to be a singleton.</typeparam>
    /// <param name="builder">The authentication builder.</param>
    /// <param name="authenticationScheme">The scheme's name.</param>
    /// <param name="configureOptions">Sets options on top of the configuration.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <remarks>
    /// The service is asked at the start and whenever the configuration changes. One whose data changes by itself says so through an
    /// <see cref="IOptionsChangeTokenSource{TOptions}"/>.
    /// </remarks>
    public static AuthenticationBuilder AddMiniApp<
        TOptions, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler, TLaunch, TService>(
        this AuthenticationBuilder builder, string authenticationScheme, Action<TOptions, TService> configureOptions)
        where TOptions : MiniAppOptions, new()
        where THandler : MiniAppHandler<TOptions, TLaunch>
        where TLaunch : class, IMiniAppLaunch
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(configureOptions);

        builder.AddMiniApp<TOptions, THandler, TLaunch>(authenticationScheme, displayName: null, configureOptions: null);
        var services = builder.Services;
        services.AddSingleton<IConfigureOptions<TOptions>>(provider =>
            new ConfigureByService<TOptions, TService>(authenticationScheme, services, provider, configureOptions));
        return builder;
    }

    /// <summary>
    /// Lets the application's code take a verifier of a scheme by the scheme's name, as <c>[FromKeyedServices("VkMiniApp")]</c>, or without
    /// a name where one scheme alone has such a verifier. It is a scoped service, made of the options in force when a request first asks for
    /// it, so that a change of a key reaches it with the next request.
    /// </summary>
    /// <typeparam name="TOptions">The platform's options.</typeparam>
    /// <typeparam name="TVerifier">The verifier. One that the application adds itself, without a name, takes its place.</typeparam>
    /// <param name="builder">The authentication builder.</param>
    /// <param name="authenticationScheme">The scheme's name, which <c>AddMiniApp</c> was given as well.</param>
    /// <param name="getVerifier">
    /// The verifier that options describe: best one that they make once and keep. Where they describe none, it throws an
    /// <see cref="InvalidOperationException"/> whose message names the setting; whoever asks for the verifier gets one that names the scheme, too.
    /// </param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static AuthenticationBuilder AddMiniAppVerifier<TOptions, TVerifier>(
        this AuthenticationBuilder builder, string authenticationScheme, Func<TOptions, TVerifier> getVerifier)
        where TOptions : MiniAppOptions, new()
        where TVerifier : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(authenticationScheme);
        ArgumentNullException.ThrowIfNull(getVerifier);

        SchemeVerifiers.Add(builder.Services, authenticationScheme, getVerifier);
        return builder;
    }
}
