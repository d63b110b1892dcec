using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore;

/// <summary>
/// Makes a scheme's options, and keeps the last sound ones in force when a change of the settings is unsound: a slip in a file must not
/// lock every user out. A host that never had sound settings does not start.
/// </summary>
/// <typeparam name="TOptions">The platform's options.</typeparam>
internal sealed class LastGoodOptionsFactory<TOptions>(
    IEnumerable<IConfigureOptions<TOptions>> setups,
    IEnumerable<IPostConfigureOptions<TOptions>> postConfigures,
    IEnumerable<IValidateOptions<TOptions>> validations,
    SchemeHealth health,
    ILogger<TOptions> logger)
    : OptionsFactory<TOptions>(setups, postConfigures, validations), IOptionsFactory<TOptions>
    where TOptions : class, new()
{
    private readonly ConcurrentDictionary<string, TOptions> _lastGood = new(StringComparer.Ordinal);

    TOptions IOptionsFactory<TOptions>.Create(string name)
    {
        try
        {
            var options = Create(name);
            _lastGood[name] = options;
            health.ReportSound(name);
            return options;
        }
        catch (Exception exception) when (_lastGood.TryGetValue(name, out var lastGood))
        {
            // What a store of keys says when it fails may hold what it read: of that, the kind must do.
            var fault = exception is OptionsValidationException ? exception.Message : SchemeFault.DescribeFailure(name, exception);

            // The same settings are read again and again where the application asks for a snapshot of them in each request.
            if (health.ReportUnsound(name, fault))
            {
                Log.SettingsRefused(logger, name, fault);
            }

            return lastGood;
        }
    }
}
