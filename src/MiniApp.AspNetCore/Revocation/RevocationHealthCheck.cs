using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MiniApp.AspNetCore;

/// <summary>Tells whether an instance knows who was signed out and who is kept out.</summary>
internal sealed class RevocationHealthCheck(MiniAppRevocations revocations) : IHealthCheck
{
    private static readonly TimeSpan Stale = TimeSpan.FromSeconds(30);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(revocations.Freshness switch
        {
            { IsKnown: false } => new HealthCheckResult(context.Registration.FailureStatus, "The store of revocations has not been read yet."),
            { Age: { } age } when age > Stale => HealthCheckResult.Degraded("The store of revocations was not read for 30 seconds or more."),
            _ => HealthCheckResult.Healthy(),
        });
}
