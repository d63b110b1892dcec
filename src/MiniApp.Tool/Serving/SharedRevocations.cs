using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MiniApp.AspNetCore;
using MiniApp.AspNetCore.Redis;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Serving;

/// <summary>The revocations of all servers that share a Redis, for somebody who is none of them.</summary>
internal static class SharedRevocations
{
    /// <summary>
    /// How long Redis may take. A server has its connection when it is asked; here it is made first. It is less than what revocations wait for a
    /// store, so that the words are those of Redis.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <summary>How long saying goodbye to Redis may take, when all is done.</summary>
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(1);

    /// <summary>Changes them.</summary>
    /// <param name="configuration">The settings, as the servers have them.</param>
    /// <param name="clock">The clock that a revocation is dated by.</param>
    /// <param name="change">The change.</param>
    /// <exception cref="UsageException">The settings name no Redis, or they can't be read.</exception>
    /// <exception cref="StoreAwayException">Redis did not confirm the change in time.</exception>
    public static async Task ChangeAsync(IConfiguration configuration, TimeProvider clock, Func<MiniAppRevocations, Task> change)
    {
        if (!SharedStore.IsIn(configuration))
        {
            throw new UsageException(
                "There is no Redis in the settings.",
                "Set ConnectionStrings__redis, or ConnectionStrings:redis in appsettings.json, to that of the servers. Without one, they share nothing.");
        }

        var provider = CreateServices(configuration, clock).BuildServiceProvider();
        try
        {
            await change(Find(provider));
        }
        catch (MiniAppStoreUnavailableException exception)
        {
            // The message around it speaks to an instance that goes on, and this one ends.
            throw new StoreAwayException(
                exception.InnerException is MiniAppStoreUnavailableException { Message: var said } ? said : "Redis gave no answer in time.",
                "Look whether the Redis of ConnectionStrings:redis can be reached from here and takes writes, and then repeat the command.");
        }
        finally
        {
            await Task.WhenAny(provider.DisposeAsync().AsTask(), Task.Delay(Goodbye, clock));
        }
    }

    private static ServiceCollection CreateServices(IConfiguration configuration, TimeProvider clock)
    {
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        SharedStore.AddTo(services, configuration);
        services.Configure<MiniAppRedisOptions>(options => options.Timeout = Patience);

        // The check of the revocations brings them along. A scheme would as well, and would want settings.
        services.AddHealthChecks().AddMiniAppRevocations();
        return services;
    }

    private static MiniAppRevocations Find(ServiceProvider provider)
    {
        try
        {
            return provider.GetRequiredService<MiniAppRevocations>();
        }
        catch (OptionsValidationException exception)
        {
            throw new UsageException(exception.Message, "With these settings serve does not start either: it prints the same.");
        }
    }
}
