using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>What an application logs.</summary>
internal sealed class LauncherLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _all = new();
    private readonly ConcurrentQueue<string> _launchers = new();

    /// <summary>Where the launchers say that they are, a line each.</summary>
    public IReadOnlyCollection<string> Launchers => _launchers;

    /// <summary>All other lines, of every level.</summary>
    public IReadOnlyCollection<string> Others => _all;

    /// <summary>The secret in an address that a launcher printed.</summary>
    public static string Secret(string line) => line[(line.IndexOf('#', StringComparison.Ordinal) + 1)..].Split(' ')[0];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var isLauncher = logLevel == LogLevel.Information && eventId.Name == "LauncherStarted";
        (isLauncher ? _launchers : _all).Enqueue(formatter(state, exception) + exception);
    }

    public void Dispose()
    {
    }
}
