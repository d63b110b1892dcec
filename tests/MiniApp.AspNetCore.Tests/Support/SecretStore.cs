using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace MiniApp.AspNetCore.Tests;

/// <summary>An application's store of one secret, which tells when it has another.</summary>
internal sealed class SecretStore(string secret)
{
    private ConfigurationReloadToken _news = new();

    public string Secret { get; set; } = secret;

    /// <summary>What the store fails with.</summary>
    public Exception? Fault { get; set; }

    /// <summary>What is asked for the secret in place of the store.</summary>
    public Func<string>? Source { get; set; }

    public string Read() => Fault is not null ? throw Fault : Source is null ? Secret : Source();

    public void TellNews() => Interlocked.Exchange(ref _news, new ConfigurationReloadToken()).OnReload();

    public static void Watch<TOptions>(IServiceCollection services, string scheme) =>
        services.AddSingleton<IOptionsChangeTokenSource<TOptions>>(provider =>
            new Watcher<TOptions>(scheme, provider.GetRequiredService<SecretStore>()));

    private sealed class Watcher<TOptions>(string scheme, SecretStore store) : IOptionsChangeTokenSource<TOptions>
    {
        public string Name => scheme;

        public IChangeToken GetChangeToken() => store._news;
    }
}
