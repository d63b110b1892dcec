using StackExchange.Redis;

namespace MiniApp.AspNetCore.Redis;

/// <summary>Where the connection comes from.</summary>
/// <param name="Connect">Connects. It may take its time and may throw.</param>
/// <param name="IsOurs">Whether the connection ends with the host.</param>
internal sealed record RedisSource(Func<IServiceProvider, Task<IConnectionMultiplexer>> Connect, bool IsOurs)
{
    /// <exception cref="ArgumentException">It is no connection string. The message holds nothing of it.</exception>
    public static RedisSource Of(string connectionString)
    {
        ConfigurationOptions configuration;
        try
        {
            configuration = ConfigurationOptions.Parse(connectionString);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException)
        {
            throw Unreadable();
        }

        if (configuration.EndPoints.Count == 0)
        {
            throw Unreadable();
        }

        configuration.Defaults = new RedisDefaults();
        return new(async _ => await ConnectionMultiplexer.ConnectAsync(configuration), IsOurs: true);
    }

    // The password is in there somewhere, and a message that names the part that is wrong may name a part of it.
    private static ArgumentException Unreadable() =>
        new("The connection string of Redis can't be read. It looks like 'host:6379,password=…,ssl=true'.", "connectionString");
}
