using Microsoft.AspNetCore.Authentication;
using VkMiniApp;
using VkMiniApp.AspNetCore;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds authentication by VK mini app launch parameters.</summary>
public static class VkMiniAppExtensions
{
    /// <summary>Adds the scheme <c>VkMiniApp</c> with the settings of <c>Authentication:Schemes:VkMiniApp</c>.</summary>
    /// <param name="builder">The authentication builder.</param>
    /// <returns>The builder.</returns>
    public static AuthenticationBuilder AddVkMiniApp(this AuthenticationBuilder builder) =>
        builder.AddVkMiniApp(VkMiniAppDefaults.AuthenticationScheme);

    /// <summary>Adds a scheme with the settings of <c>Authentication:Schemes:{scheme}</c>.</summary>
    /// <param name="builder">The authentication builder.</param>
    /// <param name="authenticationScheme">The scheme's name.</param>
    /// <returns>The builder.</returns>
    public static AuthenticationBuilder AddVkMiniApp(this AuthenticationBuilder builder, string authenticationScheme) =>
        builder.AddVkMiniApp(authenticationScheme, _ => { });

    /// <summary>Adds the scheme <c>VkMiniApp</c>.</summary>
    /// <param name="builder">The authentication builder.</param>
    /// <param name="configureOptions">Sets options on top of <c>Authentication:Schemes:VkMiniApp</c>.</param>
    /// <returns>The builder.</returns>
    public static AuthenticationBuilder AddVkMiniApp(this AuthenticationBuilder builder, Action<VkMiniAppOptions> configureOptions) =>
        builder.AddVkMiniApp(VkMiniAppDefaults.AuthenticationScheme, configureOptions);

    /// <summary>Adds a scheme.</summary>
    /// <param name="builder">The authentication builder.</param>
    /// <param name="authenticationScheme">The scheme's name.</param>
    /// <param name="configureOptions">Sets options on top of <c>Authentication:Schemes:{scheme}</c>.</param>
    /// <returns>The builder.</returns>
    public static AuthenticationBuilder AddVkMiniApp(
        this AuthenticationBuilder builder, string authenticationScheme, Action<VkMiniAppOptions> configureOptions) =>
        builder.AddVkMiniApp(authenticationScheme, displayName: null, configureOptions);

    /// <summary>Adds a scheme.</summary>
    /// <param name="builder">The authentication builder.</param>
    /// <param name="authenticationScheme">The scheme's name.</param>
    /// <param name="displayName">The scheme's name for people.</param>
    /// <param name="configureOptions">Sets options on top of <c>Authentication:Schemes:{scheme}</c>.</param>
    /// <returns>The builder.</returns>
    /// <remarks>The host refuses to start with settings with which no launch could be verified.</remarks>
    public static AuthenticationBuilder AddVkMiniApp(
        this AuthenticationBuilder builder, string authenticationScheme, string? displayName, Action<VkMiniAppOptions> configureOptions) =>
        builder
            .AddMiniApp<VkMiniAppOptions, VkMiniAppHandler, VkLaunchParams>(authenticationScheme, displayName, configureOptions)
            .AddVerifiers(authenticationScheme);

    /// <summary>Adds the scheme <c>VkMiniApp</c>, with settings that a service knows.</summary>
    /// <typeparam name="TService">The service, such as a store of keys. It has to be a singleton.</typeparam>
    /// <param name="builder">The authentication builder.</param>
    /// <param name="configureOptions">Sets options on top of <c>Authentication:Schemes:VkMiniApp</c>.</param>
    /// <returns>The builder.</returns>
    public static AuthenticationBuilder AddVkMiniApp<TService>(
        this AuthenticationBuilder builder, Action<VkMiniAppOptions, TService> configureOptions)
        where TService : class =>
        builder.AddVkMiniApp(VkMiniAppDefaults.AuthenticationScheme, configureOptions);

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
    public static AuthenticationBuilder AddVkMiniApp<TService>(
        this AuthenticationBuilder builder, string authenticationScheme, Action<VkMiniAppOptions, TService> configureOptions)
        where TService : class =>
        builder
            .AddMiniApp<VkMiniAppOptions, VkMiniAppHandler, VkLaunchParams, TService>(authenticationScheme, configureOptions)
            .AddVerifiers(authenticationScheme);

    private static AuthenticationBuilder AddVerifiers(this AuthenticationBuilder builder, string authenticationScheme) => builder
        .AddMiniAppVerifier<VkMiniAppOptions, VkLaunchParamsVerifier>(authenticationScheme, options => options.Verifier)
        .AddMiniAppVerifier<VkMiniAppOptions, VkCreatedHashVerifier>(authenticationScheme, options => options.CreatedHashVerifier)
        .AddMiniAppVerifier<VkMiniAppOptions, VkContactVerifier>(authenticationScheme, options => options.ContactVerifier)
        .AddMiniAppVerifier<VkMiniAppOptions, VkPaymentNotificationVerifier>(authenticationScheme, options => options.PaymentNotificationVerifier);
}
