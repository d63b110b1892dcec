using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore.Redis;

/// <summary>Tells whether this instance has its keys, and whether Redis serves it now.</summary>
internal sealed class RedisHealthCheck(RedisUses uses, RedisKeyRepository repository, IOptions<KeyManagementOptions> keys) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (keys.Value.XmlRepository == repository && !repository.WasRead)
        {
            return Task.FromResult(new HealthCheckResult(
                context.Registration.FailureStatus, "The keys of Data Protection were not read yet: no session can be read or made."));
        }

        string[] faults = [.. uses.All.Where(use => use.Fault is not null).Select(use => $"Redis does not serve {use.Name}: {use.Fault}.")];
        return Task.FromResult(faults.Length > 0 ? HealthCheckResult.Degraded(string.Join(' ', faults)) : HealthCheckResult.Healthy());
    }
}
