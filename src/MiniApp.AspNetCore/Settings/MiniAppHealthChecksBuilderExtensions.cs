using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using MiniApp.AspNetCore;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds health checks of mini app authentication.</summary>
public static class MiniAppHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a check that the settings of every mini app scheme are sound. A change that is not leaves the last good settings in force:
    /// the application goes on working, and this check reports it.
    /// </summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="name">The check's name.</param>
    /// <param name="failureStatus">What it reports then; <see langword="null"/> for <see cref="HealthStatus.Degraded"/>.</param>
    /// <param name="tags">Tags to select checks by.</param>
    /// <returns>The health checks.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is <see langword="null"/>.</exception>
    public static IHealthChecksBuilder AddMiniAppSettings(
        this IHealthChecksBuilder builder, string name = "mini-app-settings", HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);

        builder.Services.TryAddSingleton<SchemeHealth>();
        return builder.AddCheck<SettingsHealthCheck>(name, failureStatus ?? HealthStatus.Degraded, tags ?? []);
    }

    /// <summary>
    /// Adds a check that this instance knows who was signed out and who is kept out. Until it has read the store of revocations once, it
    /// answers every launch and session with 503, so nothing should be sent to it. It is degraded where the store was not read for 30 seconds:
    /// what was read before stays in force then. Without a store it is healthy.
    /// </summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="name">The check's name.</param>
    /// <param name="failureStatus">What it reports before the first reading; <see langword="null"/> for <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">Tags to select checks by, such as one for readiness.</param>
    /// <returns>The health checks.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is <see langword="null"/>.</exception>
    public static IHealthChecksBuilder AddMiniAppRevocations(
        this IHealthChecksBuilder builder, string name = "mini-app-revocations", HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);

        RevocationServices.AddTo(builder.Services);
        return builder.AddCheck<RevocationHealthCheck>(name, failureStatus ?? HealthStatus.Unhealthy, tags ?? []);
    }
}
