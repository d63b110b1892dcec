using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using VkMiniApp.AspNetCore;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Keys that a vault gives by the network: they are fetched ahead of time, and a change is announced.</summary>
internal sealed class VaultKeys(IVault vault, TimeProvider clock) : BackgroundService, IOptionsChangeTokenSource<VkMiniAppOptions>
{
    private ConfigurationReloadToken _news = new();

    public string Name => VkMiniAppDefaults.AuthenticationScheme;

    /// <summary>The keys that were fetched last.</summary>
    public string[] Keys { get; private set; } = [];

    public IChangeToken GetChangeToken() => _news;

    /// <summary>Fetches the keys. Where the vault does not answer, those that were fetched last stay.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken = default)
    {
        var keys = await vault.GetKeysAsync(cancellationToken);
        if (!keys.SequenceEqual(Keys))
        {
            Keys = keys;
            Interlocked.Exchange(ref _news, new ConfigurationReloadToken()).OnReload();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RefreshAsync(stoppingToken);
            }
            catch (Exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The keys stay, and the next tick asks again.
            }
        }
    }
}
