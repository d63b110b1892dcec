using Microsoft.Extensions.Logging;

namespace TestSupport;

/// <summary>A log entry; the details are its structured values and its exception.</summary>
public sealed record LogEntry(string Category, LogLevel Level, EventId EventId, string Message, string Details);
