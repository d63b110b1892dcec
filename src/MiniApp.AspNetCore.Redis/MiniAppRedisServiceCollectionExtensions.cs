using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MiniApp.AspNetCore;
using MiniApp.AspNetCore.Redis;
using StackExchange.Redis;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Has all instances of an application share what they have to: in Redis, Valkey or Garnet.</summary>
public static class MiniAppRedisServiceCollectionExtensions
{
    /// <summary>
    /// Keeps in Redis which launches and refresh tokens were used, what is revoked and who is blocked, and the keys of Data Protection.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="connectionString">
    /// The connection string of StackExchange.Redis, such as <c>localhost:6379</c> or <c>redis:6379,password=…,ssl=true</c>.
    /// </param>
    /// <param name="configure">Sets options.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentNullException">The services or the connection string are <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The connection string can't be read.</exception>
    public static IServiceCollection AddMiniAppRedis(
        this IServiceCollection services, string connectionString, Action<MiniAppRedisOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(connectionString);

        return services.AddMiniAppRedis(RedisSource.Of(connectionString), configure);
    }

    /// <summary>Does the same over a connection that the application has, and keeps.</summary>
    /// <param name="services">The services.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="configure">Sets options.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentNullException">The services or the connection are <see langword="null"/>.</exception>
    public static IServiceCollection AddMiniAppRedis(
        this IServiceCollection services, IConnectionMultiplexer connection, Action<MiniAppRedisOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(connection);

        return services.AddMiniAppRedis(new RedisSource(_ => Task.FromResult(connection), IsOurs: false), configure);
    }

    /// <summary>Does the same over a connection that is a service of the application, or is made of its services.</summary>
    /// <param name="services">The services.</param>
    /// <param name="connection">
    /// Gets the connection, such as <c>provider => provider.GetRequiredService&lt;IConnectionMultiplexer>()</c>. Where it throws, it is asked
    /// again later.
    /// </param>
    /// <param name="configure">Sets options.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentNullException">The services or the function are <see langword="null"/>.</exception>
    public static IServiceCollection AddMiniAppRedis(
        this IServiceCollection services, Func<IServiceProvider, IConnectionMultiplexer> connection, Action<MiniAppRedisOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(connection);

        return services.AddMiniAppRedis(new RedisSource(provider => Task.FromResult(connection(provider)), IsOurs: false), configure);
    }

    private static IServiceCollection AddMiniAppRedis(
        this IServiceCollection services, RedisSource source, Action<MiniAppRedisOptions>? configure)
    {
        services.AddOptions<MiniAppRedisOptions>().Configure(configure ?? (_ => { })).ValidateOnStart();
        services.Replace(ServiceDescriptor.Singleton(source));
        if (services.Any(service => service.ServiceType == typeof(RedisConnection)))
        {
            return services;
        }

        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IValidateOptions<MiniAppRedisOptions>, RedisOptionsCheck>();
        services.AddSingleton<RedisMetrics>();
        services.AddSingleton<RedisUses>();
        services.AddSingleton<RedisConnection>();
        services.AddSingleton(provider => new RedisAdvice(
            provider.GetRequiredService<RedisConnection>(), provider.GetRequiredService<RedisUses>().Logger));
        services.AddSingleton(provider => new RedisLaunchLedger(
            provider.GetRequiredService<RedisConnection>(),
            new LedgerKeys(PrefixOf(provider)),
            provider.GetRequiredService<RedisUses>().Launches,
            provider.GetRequiredService<TimeProvider>()));
        services.Replace(ServiceDescriptor.Singleton<ILaunchLedger>(provider => provider.GetRequiredService<RedisLaunchLedger>()));
        services.Replace(ServiceDescriptor.Singleton<IRevocationStore>(provider => new RedisRevocationStore(
            provider.GetRequiredService<RedisConnection>(),
            new RevocationKeys(PrefixOf(provider)),
            provider.GetRequiredService<RedisUses>(),
            provider.GetRequiredService<TimeProvider>())));
        services.AddRedisKeys();

        // First of the hosted services, so that the key ring, which the framework reads at the start, is read over a connection.
        services.Insert(0, ServiceDescriptor.Singleton<IHostedService, RedisWatch>());
        return services;
    }

    private static void AddRedisKeys(this IServiceCollection services)
    {
        services.AddDataProtection();
        services.AddSingleton(provider => new RedisKeyRepository(
            provider.GetRequiredService<RedisConnection>(), PrefixOf(provider), provider.GetRequiredService<RedisUses>()));
        services.AddSingleton<IPostConfigureOptions<KeyManagementOptions>, KeepKeysInRedis>();
        services.AddSingleton<IPostConfigureOptions<DataProtectionOptions>, NameApplication>();
        if (services.LastOrDefault(service => service.ServiceType == typeof(IKeyManager)) is { ImplementationType: { } manager })
        {
            services.Replace(ServiceDescriptor.Singleton<IKeyManager>(provider => new SharedKeyManager(
                (IKeyManager)ActivatorUtilities.CreateInstance(provider, manager), provider.GetRequiredService<RedisKeyRepository>())));
        }
    }

    private static string PrefixOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<MiniAppRedisOptions>>().Value.KeyPrefix;
}
