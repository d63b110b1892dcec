using MaxMiniApp;
using MaxMiniApp.AspNetCore;
using Microsoft.AspNetCore.Authentication;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds authentication by the init data of MAX mini apps.</summary>
public static class MaxMiniAppExtensions
{
    /// <summary>Adds the scheme <c>MaxMiniApp</c> with the settings of <c>Authentication:Schemes:MaxMiniApp</c>.</summary>
    /// <param name="builder">The authentication builder.</param>
    /// <returns>The builder.</returns>
    public static AuthenticationBuilder AddMaxMiniApp(this AuthenticationBuilder builder) =>
        builder.AddMaxMiniApp(MaxMiniAppDefaults.AuthenticationScheme);

    /// <summary>Adds a scheme with the settings of <c>Authentication:Schemes:{scheme}</c>.</summary>
    /// <param name="builder">The authentication builder.</param>
    /// <param name="authenticationScheme">The scheme's name.</param>
    /// <returns>The builder.</returns>
    public static AuthenticationBuilder AddMaxMiniApp(this AuthenticationBuilder builder, string authenticationScheme) =>
        builder.AddMaxMiniApp(authenticationScheme, _ => { });

    /// <summary>Adds the scheme <c>MaxMiniApp</c>.</summary>
    /// <param name="builder">The authentication builder.</param>
    /// <param name="configureOptions">Sets options on top of <c>Authentication:Schemes:MaxMiniApp</c>.</param>
    /// <returns>The builder.</returns>
    public static AuthenticationBuilder AddMaxMiniApp(this AuthenticationBuilder builder, Action<MaxMiniAppOptions> configureOptions) =>
        builder.AddMaxMiniApp(MaxMiniAppDefaults.AuthenticationScheme, configureOptions);

    /// <summary>Adds a scheme.</summary>
    /// <param name="builder">The authentication builder.</param>
    /// <param name="authenticationScheme">The scheme's name.</param>
    /// <param name="configureOptions">Sets options on top of <c>Authentication:Schemes:{scheme}</c>.</param>
    /// <returns>The builder.</returns>
    public static AuthenticationBuilder AddMaxMiniApp(
        this AuthenticationBuilder builder, string authenticationScheme, Action<MaxMiniAppOptions> configureOptions) =>
        builder.AddMaxMiniApp(authenticationScheme, displayName: null, configureOptions);

    /// <summary>Adds a scheme.</summary>
    /// <param name="builder">The authentication builder.</param>
    /// <param name="authenticationScheme">The scheme's name.</param>
    /// <param name="displayName">The scheme's name for people.</param>
    /// <param name="configureOptions">Sets options on top of <c>Authentication:Schemes:{scheme}</c>.</param>
    /// <returns>The builder.</returns>
    /// <remarks>The host refuses to start with settings with which no init data could be verified.</remarks>
    public static AuthenticationBuilder AddMaxMiniApp(
        this AuthenticationBuilder builder, string authenticationScheme, string? displayName, Action<MaxMiniAppOptions> configureOptions) =>
        builder
            .AddMiniApp<MaxMiniAppOptions, MaxMiniAppHandler, MaxInitData>(authenticationScheme, displayName, configureOptions)
            .AddVerifiers(authenticationScheme);

    /// <summary>Adds the scheme <c>MaxMiniApp</c>, with settings that a service knows.</summary>
    /// <typeparam name="TService">The service, such as a store of keys. It has to be a singleton.</typeparam>
    /// <param name="builder">The authentication builder.</param>
    /// <param name="configureOptions">Sets options on top of <c>Authentication:Schemes:MaxMiniApp</c>.</param>
    /// <returns>The builder.</returns>
    public static AuthenticationBuilder AddMaxMiniApp<TService>(
        this AuthenticationBuilder builder, Action<MaxMiniAppOptions, TService> configureOptions)
        where TService : class =>
        builder.AddMaxMiniApp(MaxMiniAppDefaults.AuthenticationScheme, configureOptions);

    /// <summary>Adds a scheme with settings that a service knows.</summary>
    /// <typeparam name="TService">The service, such as a store of keys. It has to be a singleton.</typeparam>
    /// <param name="builder">The authentication builder.</param>
    /// <param name="authenticationScheme">The scheme's name.</param>
    /// <param name="configureOptions">Sets options on top of <c>Authentication:Schemes:{scheme}</c>.</param>
    /// <returns>The builder.</returns>
    /// <remarks>
    /// The service is asked at the start and whenever the configuration changes. One whose data changes by itself says so through an
    /// <see cref="Microsoft.Extensions.Options.IOptionsChangeTokenSource{TOptions}"/>.
    /// </remarks>
    public static AuthenticationBuilder AddMaxMiniApp<TService>(
        this AuthenticationBuilder builder, string authenticationScheme, Action<MaxMiniAppOptions, TService> configureOptions)
        where TService : class =>
        builder
            .AddMiniApp<MaxMiniAppOptions, MaxMiniAppHandler, MaxInitData, TService>(authenticationScheme, configureOptions)
            .AddVerifiers(authenticationScheme);

    private static AuthenticationBuilder AddVerifiers(this AuthenticationBuilder builder, string authenticationScheme) => builder
        .AddMiniAppVerifier<MaxMiniAppOptions, MaxInitDataVerifier>(authenticationScheme, options => options.Verifier)
        .AddMiniAppVerifier<MaxMiniAppOptions, MaxContactVerifier>(authenticationScheme, options => options.ContactVerifier);
}
