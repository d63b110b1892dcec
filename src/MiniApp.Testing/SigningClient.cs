using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using MiniApp.AspNetCore;

namespace MiniApp.Testing;

/// <summary>Makes clients that sign what they send.</summary>
internal static class SigningClient
{
    /// <summary>A client as <c>CreateClient()</c> makes it, with a step before the server.</summary>
    public static HttpClient Create<TEntryPoint, TLaunch, TOptions>(
        WebApplicationFactory<TEntryPoint> factory, TestLaunch<TLaunch, TOptions> launch, string scheme)
        where TEntryPoint : class
        where TLaunch : TestLaunch<TLaunch, TOptions>
        where TOptions : MiniAppOptions, new()
    {
        ArgumentNullException.ThrowIfNull(factory);
        ArgumentNullException.ThrowIfNull(launch);

        // A launch that can't be signed fails here, where the test reads its name, and not in the first request.
        launch.CreateHeader(factory.Services, scheme);

        // The factory knows where its server listens, and tells nobody but its own clients.
        using var plain = factory.CreateClient();
        return factory.CreateDefaultClient(
            plain.BaseAddress!, [.. Handlers(factory.ClientOptions), new SigningHandler(() => launch.CreateHeader(factory.Services, scheme))]);
    }

    /// <summary>The steps that the factory's own clients have.</summary>
    private static IEnumerable<DelegatingHandler> Handlers(WebApplicationFactoryClientOptions options)
    {
        if (options.AllowAutoRedirect)
        {
            yield return new RedirectHandler(options.MaxAutomaticRedirections);
        }

        if (options.HandleCookies)
        {
            yield return new CookieContainerHandler();
        }
    }
}
