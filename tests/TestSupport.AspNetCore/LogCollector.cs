using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace TestSupport;

/// <summary>Keeps every log entry of a host, of all categories and levels.</summary>
public sealed class LogCollector : ILoggerProvider
{
    private readonly ConcurrentQueue<LogEntry> _entries = new();

    public IReadOnlyCollection<LogEntry> Entries => _entries;

    /// <summary>
    /// What is louder than an information. What the framework says of keys depends on what else ran on this machine, and on whether that is a
    /// container; and Kestrel tells of a machine that is slow.
    /// </summary>
    public IEnumerable<LogEntry> Warnings => _entries.Where(entry => entry.Level > LogLevel.Information
        && !entry.Category.StartsWith("Microsoft.AspNetCore.DataProtection", StringComparison.Ordinal)
        && entry.EventId.Name != "HeartbeatSlow");

    /// <summary>The entries of a platform's handler, whose type is the category: <c>VkMiniApp.AspNetCore.VkMiniAppHandler</c>.</summary>
    public IEnumerable<LogEntry> OfHandler => _entries.Where(entry => entry.Category.EndsWith("MiniAppHandler", StringComparison.Ordinal));

    /// <summary>What the handler says of the verdict.</summary>
    public IEnumerable<LogEntry> Verdicts => OfHandler.Where(entry => entry.EventId.Name is "LaunchAccepted" or "LaunchRefused");

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _entries);

    public void AssertSilentAbout(params string[] parts)
    {
        Assert.NotEmpty(_entries);
        foreach (var part in parts)
        {
            Assert.DoesNotContain(_entries, entry => entry.Message.Contains(part, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(_entries, entry => entry.Details.Contains(part, StringComparison.OrdinalIgnoreCase));
        }
    }

    public void Dispose()
    {
    }

    private sealed class Logger(string category, ConcurrentQueue<LogEntry> entries) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs) : state?.ToString();
            entries.Enqueue(new LogEntry(category, logLevel, eventId, formatter(state, exception), $"{values} {exception}"));
        }
    }
}
