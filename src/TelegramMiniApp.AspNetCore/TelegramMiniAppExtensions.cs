using Microsoft.AspNetCore.Authentication;
using TelegramMiniApp;
using TelegramMiniApp.AspNetCore;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds authentication by the init data of Telegram mini apps.</summary>
public static class TelegramMiniAppExtensions
{
    /// <summary>Adds the scheme <c>TelegramMiniApp</c> with the settings of <c>Authentication:Schemes:TelegramMiniApp</c>.</summary>
    /// <param name="builder">The authentication builder.</param>
    /// <returns>The builder.</returns>
    public static AuthenticationBuilder AddTelegramMiniApp(this AuthenticationBuilder builder) =>
        builder.AddTelegramMiniApp(TelegramMiniAppDefaults.AuthenticationScheme);

    /// <summary>Adds a scheme with the settings of <c>Authentication:Schemes:{scheme}</c>.</summary>
    /// <param name="builder">The authentication builder.</param>
    /// <param name="authenticationScheme">The scheme's name.</param>
    /// <returns>The builder.</returns>
    public static AuthenticationBuilder AddTelegramMiniApp(this AuthenticationBuilder builder, string authenticationScheme) =>
        builder.AddTelegramMiniApp(authenticationScheme, _ => { });

    /// <summary>Adds the scheme <c>TelegramMiniApp</c>.</summary>
    /// <param name="builder">The authentication builder.</param>
    /// <param name="configureOptions">Sets options on top of <c>Authentication:Schemes:TelegramMiniApp</c>.</param>
    /// <returns>The builder.</returns>
    public static AuthenticationBuilder AddTelegramMiniApp(this AuthenticationBuilder builder, Action<TelegramMiniAppOptions> configureOptions) =>
        builder.AddTelegramMiniApp(TelegramMiniAppDefaults.AuthenticationScheme, configureOptions);

    /// <summary>Adds a scheme.</summary>
    /// <param name="builder">The authentication builder.</param>
    /// <param name="authenticationScheme">The scheme's name.</param>
    /// <param name="configureOptions">Sets options on top of <c>Authentication:Schemes:{scheme}</c>.</param>
    /// <returns>The builder.</returns>
    public static AuthenticationBuilder AddTelegramMiniApp(
        this AuthenticationBuilder builder, string authenticationScheme, Action<TelegramMiniAppOptions> configureOptions) =>
        builder.AddTelegramMiniApp(authenticationScheme, displayName: null, configureOptions);

    /// <summary>Adds a scheme.</summary>
    /// <param name="builder">The authentication builder.</param>
    /// <param name="authenticationScheme">The scheme's name.</param>
    /// <param name="displayName">The scheme's name for people.</param>
    /// <param name="configureOptions">Sets options on top of <c>Authentication:Schemes:{scheme}</c>.</param>
    /// <returns>The builder.</returns>
    /// <remarks>The host refuses to start with settings with which no init data could be verified.</remarks>
    public static AuthenticationBuilder AddTelegramMiniApp(
        this AuthenticationBuilder builder, string authenticationScheme, string? displayName, Action<TelegramMiniAppOptions> configureOptions) =>
        builder
            .AddMiniApp<TelegramMiniAppOptions, TelegramMiniAppHandler, TelegramInitData>(authenticationScheme, displayName, configureOptions)
            .AddVerifiers(authenticationScheme);

    /// <summary>Adds the scheme <c>TelegramMiniApp</c>, with settings that a service knows.</summary>
    /// <typeparam name="TService">The service, such as a store of keys. It has to be a singleton.</typeparam>
    /// <param name="builder">The authentication builder.</param>
    /// <param name="configureOptions">Sets options on top of <c>Authentication:Schemes:TelegramMiniApp</c>.</param>
    /// <returns>The builder.</returns>
    public static AuthenticationBuilder AddTelegramMiniApp<TService>(
        this AuthenticationBuilder builder, Action<TelegramMiniAppOptions, TService> configureOptions)
        where TService : class =>
        builder.AddTelegramMiniApp(TelegramMiniAppDefaults.AuthenticationScheme, configureOptions);

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
    public static AuthenticationBuilder AddTelegramMiniApp<TService>(
        this AuthenticationBuilder builder, string authenticationScheme, Action<TelegramMiniAppOptions, TService> configureOptions)
        where TService : class =>
        builder
            .AddMiniApp<TelegramMiniAppOptions, TelegramMiniAppHandler, TelegramInitData, TService>(authenticationScheme, configureOptions)
            .AddVerifiers(authenticationScheme);

    private static AuthenticationBuilder AddVerifiers(this AuthenticationBuilder builder, string authenticationScheme) => builder
        .AddMiniAppVerifier<TelegramMiniAppOptions, TelegramInitDataVerifier>(authenticationScheme, options => options.Verifier)
        .AddMiniAppVerifier<TelegramMiniAppOptions, TelegramContactVerifier>(authenticationScheme, options => options.ContactVerifier)
        .AddMiniAppVerifier<TelegramMiniAppOptions, TelegramLoginWidgetVerifier>(authenticationScheme, options => options.LoginWidgetVerifier);
}
