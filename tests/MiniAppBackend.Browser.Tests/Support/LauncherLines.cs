using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace MiniAppBackend.Browser.Tests;

/// <summary>Reads what the launchers log at the start: their addresses, with the secret in them.</summary>
internal sealed class LauncherLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    /// <summary>The address of the launcher at a path, by the last start: a start may have to be tried again.</summary>
    public string Address(string path) =>
        _lines.SelectMany(line => line.Split(' ')).Last(word => word.Contains($"/{path}/#", StringComparison.Ordinal));

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Name == "LauncherStarted")
        {
            _lines.Enqueue(formatter(state, exception));
        }
    }

    public void Dispose()
    {
    }
}
