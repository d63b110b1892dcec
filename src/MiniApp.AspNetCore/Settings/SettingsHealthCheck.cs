using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MiniApp.AspNetCore;

/// <summary>Tells when a scheme runs on its last good settings, because those that are set now are unsound.</summary>
internal sealed class SettingsHealthCheck(SchemeHealth health) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(health.Faults is { Count: > 0 } faults
            ? new HealthCheckResult(context.Registration.FailureStatus, string.Join(' ', faults))
            : HealthCheckResult.Healthy());
}
