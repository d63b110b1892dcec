using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Serving;

/// <summary>Redis, where its connection string is set: what is revoked, what was used, and the keys of sessions, for all that share it.</summary>
internal static class SharedStore
{
    private const string ConnectionString = "redis";
    private const string Section = "MiniAppRedis";

    /// <summary>Whether there is one.</summary>
    public static bool IsIn(IConfiguration configuration) => !string.IsNullOrEmpty(configuration.GetConnectionString(ConnectionString));

    /// <exception cref="UsageException">The connection string can't be read.</exception>
    public static void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        try
        {
            services.AddMiniAppRedis(configuration.GetConnectionString(ConnectionString)!, options =>
            {
                var section = configuration.GetSection(Section);
                options.KeyPrefix = section[nameof(options.KeyPrefix)] ?? options.KeyPrefix;
                options.ApplicationName = section[nameof(options.ApplicationName)] ?? options.ApplicationName;
            });
        }
        catch (ArgumentException)
        {
            // What the client says of it may quote it, and it may hold a password.
            throw new UsageException(
                $"ConnectionStrings:{ConnectionString} cannot be read.", "It is a connection string of StackExchange.Redis, such as localhost:6379.");
        }
    }
}
