using Microsoft.Extensions.Logging;

namespace MiniApp.Tool.Terminal;

/// <summary>Writes what an application would log of its settings as a warning, in the same words, to standard error.</summary>
internal sealed class WarningLog(TextWriter error) : ILoggerProvider, ILogger
{
    private static readonly string[] Categories = ["MiniApp.", "VkMiniApp.", "TelegramMiniApp.", "MaxMiniApp."];

    public ILogger CreateLogger(string categoryName) =>
        Array.Exists(Categories, category => categoryName.StartsWith(category, StringComparison.Ordinal))
            ? this
            : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            error.WriteLine($"warning: {TerminalText.Escape(formatter(state, exception))}");
        }
    }

    public void Dispose()
    {
    }
}
