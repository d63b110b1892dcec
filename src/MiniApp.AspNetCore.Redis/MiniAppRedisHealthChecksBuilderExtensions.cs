using Microsoft.Extensions.Diagnostics.HealthChecks;
using MiniApp.AspNetCore.Redis;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds a health check of what mini apps keep in Redis.</summary>
public static class MiniAppRedisHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a check that this instance has the keys of Data Protection, without which it can neither read nor make a session; until then it is
    /// not ready. When Redis is away later, the instance goes on with what it knows, and the check reports
    /// <see cref="HealthStatus.Degraded"/>. It needs <c>AddMiniAppRedis</c> on the services.
    /// </summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="name">The check's name.</param>
    /// <param name="failureStatus">What it reports without keys; <see langword="null"/> for <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">Tags to select checks by.</param>
    /// <returns>The health checks.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is <see langword="null"/>.</exception>
    public static IHealthChecksBuilder AddMiniAppRedis(
        this IHealthChecksBuilder builder, string name = "mini-app-redis", HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);

        return builder.AddCheck<RedisHealthCheck>(name, failureStatus, tags ?? []);
    }
}
