using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore;

/// <summary>Judges a change of a scheme's settings against what is in force, and tells the log and the health check.</summary>
/// <typeparam name="TOptions">The platform's options, whose type is the log's category.</typeparam>
internal sealed class SettingsReporter<TOptions>(SchemeHealth health, ILogger<TOptions> logger)
    where TOptions : class, ISchemeSettings
{
    // What a service or code sets has no names that anybody could compare.
    private const string OfCode = "what code or a service sets";

    private readonly ConcurrentDictionary<string, string?> _unknownNames = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string?> _paddedNames = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string?> _doubts = new(StringComparer.Ordinal);

    /// <summary>Tells of options that nothing was in force before.</summary>
    /// <param name="scheme">The scheme's name, or nothing for options that are no scheme's.</param>
    /// <param name="options">The sound options.</param>
    public void ReportFirst(string scheme, TOptions options)
    {
        if (scheme.Length > 0)
        {
            health.ReportSound(scheme);
            ReportSlips(scheme, options);
        }
    }

    /// <summary>Tells of options that are sound by themselves.</summary>
    /// <param name="scheme">The scheme's name, or nothing for options that are no scheme's.</param>
    /// <param name="inForce">The options that are in force.</param>
    /// <param name="options">The options that take their place.</param>
    /// <param name="isOfConfiguration">Whether the news are of the configuration, which tells all schemes of every change.</param>
    /// <param name="hasBoundSection">Whether the application has options bound to a section of its own, too.</param>
    /// <returns>Whether they may: nothing that was set is lost.</returns>
    public bool ReportChange(string scheme, TOptions inForce, TOptions options, bool isOfConfiguration, bool hasBoundSection)
    {
        if (scheme.Length == 0)
        {
            return true;
        }

        ReportSlips(scheme, options);
        if (inForce.Section is { } before && options.Section?.FindLoss(before, hasBoundSection) is { } loss)
        {
            ReportUnsound(scheme, SchemeFault.Describe(scheme, loss));
            return false;
        }

        var names = inForce.Section is { } earlier && options.Section is { } section ? section.FindChanges(earlier) : [];
        var changes = names.Count > 0 ? string.Join(", ", names) : isOfConfiguration ? null : OfCode;
        if (changes is not null)
        {
            SettingsLog.Changed(logger, scheme, changes);
        }

        if (health.ReportSound(scheme))
        {
            SettingsLog.Restored(logger, scheme);
        }

        return true;
    }

    /// <summary>Tells of options that could not be made.</summary>
    /// <param name="scheme">The scheme's name, or nothing for options that are no scheme's.</param>
    /// <param name="exception">Why.</param>
    public void ReportFailure(string scheme, Exception exception)
    {
        if (scheme.Length > 0)
        {
            // What a store of keys says when it fails may hold what it read: of that, the kind must do.
            ReportUnsound(scheme, exception is OptionsValidationException ? exception.Message : SchemeFault.DescribeFailure(scheme, exception));
        }
    }

    private void ReportUnsound(string scheme, string fault)
    {
        if (health.ReportUnsound(scheme, fault))
        {
            SettingsLog.Refused(logger, scheme, fault);
        }
    }

    private void ReportSlips(string scheme, TOptions options)
    {
        if (IsNews(_unknownNames, scheme, options.Section?.UnknownNames, out var unknownNames))
        {
            SettingsLog.Unknown(logger, scheme, unknownNames);
        }

        if (IsNews(_paddedNames, scheme, options.Section?.PaddedNames, out var paddedNames))
        {
            SettingsLog.Padded(logger, scheme, paddedNames);
        }

        if (IsNews(_doubts, scheme, options.FindDoubt(), out var doubt))
        {
            SettingsLog.Doubtful(logger, scheme, doubt);
        }
    }

    // A configuration that is saved again with the same slip is told of once.
    private static bool IsNews(ConcurrentDictionary<string, string?> told, string scheme, string? names, [NotNullWhen(true)] out string? news)
    {
        news = names is null || (told.TryGetValue(scheme, out var known) && known == names) ? null : names;
        told[scheme] = names;
        return news is not null;
    }
}
