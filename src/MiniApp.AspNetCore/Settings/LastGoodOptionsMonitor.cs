using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace MiniApp.AspNetCore;

/// <summary>
/// Has a scheme's options in force, and leaves them there when a change of the settings is unsound: a slip in a file must neither lock
/// every user out nor let somebody in. What is in force is what the framework's own cache holds. An application that brings another
/// cache, such as one of a tenant's options, has made the rule its own: there, options are made or refused and nothing takes their place.
/// </summary>
/// <typeparam name="TOptions">The platform's options.</typeparam>
internal sealed class LastGoodOptionsMonitor<TOptions> : IOptionsMonitor<TOptions>, IDisposable
    where TOptions : class, ISchemeSettings, new()
{
    private readonly IOptionsFactory<TOptions> _factory;
    private readonly IOptionsMonitorCache<TOptions> _cache;
    private readonly SettingsReporter<TOptions> _reporter;
    private readonly List<IDisposable> _subscriptions = [];
    private readonly HashSet<string> _bound = new(StringComparer.Ordinal);
    private readonly Lock _change = new();

    // Both by the scheme's name. A delegate that is kept costs no request one of its own.
    private readonly ConcurrentDictionary<string, Func<TOptions>> _makers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TOptions> _next = new(StringComparer.Ordinal);

    private Action<TOptions, string>? _listeners;

    public LastGoodOptionsMonitor(
        IOptionsFactory<TOptions> factory,
        IEnumerable<IOptionsChangeTokenSource<TOptions>> sources,
        IOptionsMonitorCache<TOptions> cache,
        SettingsReporter<TOptions> reporter)
    {
        (_factory, _cache, _reporter) = (factory, cache, reporter);

        foreach (var source in sources)
        {
            // services.Configure<TOptions>(scheme, section) leaves no other trace.
            if (source is ConfigurationChangeTokenSource<TOptions> { Name: { } name })
            {
                _bound.Add(name);
            }

            _subscriptions.Add(ChangeToken.OnChange(source.GetChangeToken, TakeChange, source));
        }
    }

    public TOptions CurrentValue => Get(Options.DefaultName);

    /// <summary>Whether the options are kept by the application's own rules.</summary>
    public bool HasForeignCache => _cache.GetType() != typeof(OptionsCache<TOptions>);

    public TOptions Get(string? name)
    {
        name ??= Options.DefaultName;
        return _cache.GetOrAdd(name, _makers.GetOrAdd(name, static (name, monitor) => () => monitor.Make(name), this));
    }

    public IDisposable OnChange(Action<TOptions, string?> listener)
    {
        var subscription = new Subscription(this, listener);
        lock (_change)
        {
            _listeners += subscription.Tell;
        }

        return subscription;
    }

    public void Dispose()
    {
        _subscriptions.ForEach(subscription => subscription.Dispose());
        _subscriptions.Clear();
    }

    private TOptions Make(string name)
    {
        if (_next.TryGetValue(name, out var next))
        {
            return next;
        }

        var options = Create(name);
        _reporter.ReportFirst(name, options);
        return options;
    }

    // The binder's words are about its own insides, and quote the value that it fails to convert: one of these is a secret.
    private TOptions Create(string name)
    {
        try
        {
            return _factory.Create(name);
        }
        catch (InvalidOperationException exception) when (exception.Source == "Microsoft.Extensions.Configuration.Binder")
        {
            throw new OptionsValidationException(name, typeof(TOptions), [SchemeFault.DescribeUnbound(name)]);
        }
    }

    private void TakeChange(IOptionsChangeTokenSource<TOptions> source)
    {
        var name = source.Name ?? Options.DefaultName;

        // One change after the other: of two at once, the later to read the settings must be the later to put them in force.
        bool isTaken;
        lock (_change)
        {
            isTaken = TryTakeChange(name, source is SchemeChangeTokenSource<TOptions> or ConfigurationChangeTokenSource<TOptions>);
        }

        if (isTaken)
        {
            _listeners?.Invoke(Get(name), name);
        }
    }

    private bool TryTakeChange(string name, bool isOfConfiguration)
    {
        if (HasForeignCache || FindInForce(name) is not { } inForce)
        {
            _cache.TryRemove(name);
            return true;
        }

        try
        {
            var options = Create(name);
            if (!_reporter.ReportChange(name, inForce, options, isOfConfiguration, _bound.Contains(name)))
            {
                return false;
            }

            PutInForce(name, options);
            return true;
        }
        catch (Exception exception)
        {
            _reporter.ReportFailure(name, exception);
            return false;
        }
    }

    /// <summary>What is in force, or nothing where nothing sound ever was.</summary>
    private TOptions? FindInForce(string name)
    {
        try
        {
            return Get(name);
        }
        catch
        {
            return null;
        }
    }

    // The cache can't exchange options. Whoever asks while it has none gets the next ones, too.
    private void PutInForce(string name, TOptions options)
    {
        _next[name] = options;
        _cache.TryRemove(name);
        Get(name);
        _next.TryRemove(name, out _);
    }

    private sealed class Subscription(LastGoodOptionsMonitor<TOptions> monitor, Action<TOptions, string?> listener) : IDisposable
    {
        public void Tell(TOptions options, string name) => listener(options, name);

        public void Dispose()
        {
            lock (monitor._change)
            {
                monitor._listeners -= Tell;
            }
        }
    }
}
