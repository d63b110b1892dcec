using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace MiniApp.AspNetCore.Redis;

/// <summary>Where the connection comes from.</summary>
/// <param name="Connect">Connects. It may take its time and may throw.</param>
/// <param name="IsOurs">Whether the connection ends with the host.</param>
internal sealed record RedisSource(Func<IServiceProvider, Task<IConnectionMultiplexer>> Connect, bool IsOurs)
{
    // The password is in there somewhere, and a message that names the part that is wrong may name a part of it.
    private const string Unreadable = "The connection string of Redis can't be read. It looks like 'host:6379,password=…,ssl=true'.";

    /// <exception cref="ArgumentException">It is no connection string. The message holds nothing of it.</exception>
    public static RedisSource Of(string connectionString)
    {
        var configuration = TryParse(connectionString) ?? throw new ArgumentException(Unreadable, nameof(connectionString));
        configuration.Defaults = new RedisDefaults();
        return new(services => ConnectAsync(configuration, services.GetRequiredService<IOptions<MiniAppRedisOptions>>().Value.Timeout), IsOurs: true);
    }

    private static async Task<IConnectionMultiplexer> ConnectAsync(ConfigurationOptions configuration, TimeSpan timeout)
    {
        // The client gives up by itself, which must not be before a call does.
        configuration.AsyncTimeout = Math.Max(configuration.AsyncTimeout, (int)timeout.TotalMilliseconds);
        return await ConnectionMultiplexer.ConnectAsync(configuration);
    }

    private static ConfigurationOptions? TryParse(string connectionString)
    {
        try
        {
            return ConfigurationOptions.Parse(connectionString) is { EndPoints.Count: > 0 } configuration ? configuration : null;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException)
        {
            return null;
        }
    }
}
