using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using VkMiniApp.AspNetCore;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Keys that are fetched ahead of time.</summary>
public class VaultTests
{
    [Fact]
    public async Task Keys_of_a_vault_are_fetched_before_the_start_and_again_while_the_host_runs()
    {
        var platform = PlatformScheme.Of("VkMiniApp");
        var (vault, clock) = (new Vault { Keys = ["the-old"] }, new FakeTimeProvider());
        await Assert.ThrowsAsync<ArgumentException>(() => StartAsync(new VaultKeys(vault, clock)));
        var keys = new VaultKeys(vault, clock);
        await keys.RefreshAsync(TestContext.Current.CancellationToken);
        await using var app = await StartAsync(keys);
        var (old, @new) = (platform.SignedBy("the-old"), platform.SignedBy("the-new"));
        Assert.Equal((200, 401), (await StatusAsync(old), await StatusAsync(@new)));

        vault.Keys = ["the-new", "the-old"];
        Assert.Equal((200, 401), (await StatusAsync(old), await StatusAsync(@new)));
        await PassMinutesAsync();
        Assert.Equal((200, 200), (await StatusAsync(old), await StatusAsync(@new)));

        vault.Keys = null;
        await PassMinutesAsync();
        Assert.Equal((200, 200), (await StatusAsync(old), await StatusAsync(@new)));

        vault.Keys = [];
        await PassMinutesAsync();
        Assert.Equal((200, 200), (await StatusAsync(old), await StatusAsync(@new)));

        vault.Keys = ["the-new"];
        await PassMinutesAsync();
        Assert.Equal((401, 200), (await StatusAsync(old), await StatusAsync(@new)));

        // Who has asked twice has made something of the first answer.
        Task PassMinutesAsync()
        {
            var before = vault.Calls;
            return Instances.UntilAsync(() =>
            {
                clock.Advance(TimeSpan.FromMinutes(1));
                return vault.Calls >= before + 2;
            });
        }

        async Task<int> StatusAsync(string token) => (await app.GetAsync("/me", platform.Header(token))).Status;
    }

    private static Task<TestApp> StartAsync(VaultKeys keys) => TestApp.StartWithAsync(builder =>
    {
        builder.Services.AddSingleton(keys).AddSingleton<IOptionsChangeTokenSource<VkMiniAppOptions>>(keys).AddHostedService(_ => keys);
        builder.Services.AddAuthentication().AddVkMiniApp<VaultKeys>((options, vault) => options.AddApp(6736218, vault.Keys));
    });

    private sealed class Vault : IVault
    {
        public string[]? Keys { get; set; }

        public int Calls { get; private set; }

        public Task<string[]> GetKeysAsync(CancellationToken cancellationToken)
        {
            Calls++;
            return Keys is null ? throw new HttpRequestException("no answer") : Task.FromResult(Keys);
        }
    }
}
