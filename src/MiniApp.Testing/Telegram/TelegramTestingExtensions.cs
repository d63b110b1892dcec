using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using MiniApp.Testing;
using TelegramMiniApp.AspNetCore;

namespace TelegramMiniApp.Testing;

/// <summary>Sends init data of Telegram, signed with the application's own settings, to the application under test.</summary>
public static class TelegramTestingExtensions
{
    /// <summary>A client whose every request carries good init data, signed when it is sent: a page that was opened just now.</summary>
    /// <typeparam name="TEntryPoint">A type of the application's assembly, such as its <c>Program</c>.</typeparam>
    /// <param name="factory">The application.</param>
    /// <param name="userId">The user's id.</param>
    /// <param name="scheme">The scheme whose settings sign.</param>
    /// <exception cref="ArgumentNullException"><paramref name="factory"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The host has no Telegram scheme of that name. The message names those that it has.</exception>
    public static HttpClient CreateTelegramClient<TEntryPoint>(
        this WebApplicationFactory<TEntryPoint> factory, long userId, string scheme = TelegramMiniAppDefaults.AuthenticationScheme)
        where TEntryPoint : class =>
        factory.CreateTelegramClient(new TelegramTestLaunch(userId), scheme);

    /// <summary>A client whose every request carries this launch, signed when it is sent, unless the request has its own credentials.</summary>
    /// <typeparam name="TEntryPoint">A type of the application's assembly, such as its <c>Program</c>.</typeparam>
    /// <param name="factory">The application.</param>
    /// <param name="launch">The launch, good or bad.</param>
    /// <param name="scheme">The scheme whose settings sign.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">
    /// The host has no Telegram scheme of that name, or the launch can't be made with its settings. The message says why.
    /// </exception>
    public static HttpClient CreateTelegramClient<TEntryPoint>(
        this WebApplicationFactory<TEntryPoint> factory, TelegramTestLaunch launch, string scheme = TelegramMiniAppDefaults.AuthenticationScheme)
        where TEntryPoint : class =>
        SigningClient.Create(factory, launch, scheme);

    /// <summary>Signs the launch once, now. It ages with the scheme's clock, as the launch of a page that stays open does.</summary>
    /// <param name="client">A client of the host.</param>
    /// <param name="services">The host's services.</param>
    /// <param name="launch">The launch, good or bad.</param>
    /// <param name="scheme">The scheme whose settings sign.</param>
    /// <returns>The client.</returns>
    /// <inheritdoc cref="CreateTelegramClient{TEntryPoint}(WebApplicationFactory{TEntryPoint}, TelegramTestLaunch, string)" path="/exception"/>
    public static HttpClient WithTelegramInitData(
        this HttpClient client, IServiceProvider services, TelegramTestLaunch launch, string scheme = TelegramMiniAppDefaults.AuthenticationScheme)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(launch);

        client.DefaultRequestHeaders.Authorization = launch.CreateHeader(services, scheme);
        return client;
    }

    /// <summary>Signs the launch now, for this request alone.</summary>
    /// <param name="request">A request to the host.</param>
    /// <param name="services">The host's services.</param>
    /// <param name="launch">The launch, good or bad.</param>
    /// <param name="scheme">The scheme whose settings sign.</param>
    /// <returns>The request.</returns>
    /// <inheritdoc cref="CreateTelegramClient{TEntryPoint}(WebApplicationFactory{TEntryPoint}, TelegramTestLaunch, string)" path="/exception"/>
    public static HttpRequestMessage WithTelegramInitData(
        this HttpRequestMessage request, IServiceProvider services, TelegramTestLaunch launch, string scheme = TelegramMiniAppDefaults.AuthenticationScheme)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(launch);

        request.Headers.Authorization = launch.CreateHeader(services, scheme);
        return request;
    }

    /// <summary>The launch's token alone: for an application that takes it from another place than the <c>Authorization</c> header.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="launch">The launch, good or bad.</param>
    /// <param name="scheme">The scheme whose settings sign.</param>
    /// <returns>What a page finds in <c>Telegram.WebApp.initData</c>.</returns>
    /// <inheritdoc cref="CreateTelegramClient{TEntryPoint}(WebApplicationFactory{TEntryPoint}, TelegramTestLaunch, string)" path="/exception"/>
    public static string SignTelegramInitData(
        this IServiceProvider services, TelegramTestLaunch launch, string scheme = TelegramMiniAppDefaults.AuthenticationScheme)
    {
        ArgumentNullException.ThrowIfNull(launch);

        return launch.Sign(services, scheme);
    }

    /// <summary>
    /// A factory of the same application, whose Telegram schemes trust <see cref="TelegramTestKey"/> in place of Telegram's key: for
    /// schemes that go by Telegram's own signature, which nobody else can make.
    /// </summary>
    /// <typeparam name="TEntryPoint">A type of the application's assembly, such as its <c>Program</c>.</typeparam>
    /// <param name="factory">The application.</param>
    /// <returns>A new factory. It is disposed of with the given one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="factory"/> is <see langword="null"/>.</exception>
    public static WebApplicationFactory<TEntryPoint> WithTelegramTestKey<TEntryPoint>(this WebApplicationFactory<TEntryPoint> factory)
        where TEntryPoint : class
    {
        ArgumentNullException.ThrowIfNull(factory);

        return factory.WithWebHostBuilder(host => host.ConfigureTestServices(services =>
            services.PostConfigureAll<TelegramMiniAppOptions>(options => options.PublicKey = TelegramTestKey.PublicKey)));
    }
}
