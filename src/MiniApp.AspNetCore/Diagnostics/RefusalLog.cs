using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore;

/// <summary>
/// The one line that a refused request gets. It is one event, whatever else is known: how old a launch is that was refused for its time,
/// and, while an application is developed, what may be wrong. Nothing of the token is in it.
/// </summary>
internal static class RefusalLog
{
    private const string Refused = "{AuthenticationScheme} refused a launch: {Failure}.";

    private const string Age = " Its age is {AgeInSeconds} seconds.";

    private const string Hint = " {Hint}";

    private static readonly EventId Id = new(2, "LaunchRefused");

    private static readonly Action<ILogger, string, Enum, Exception?> Plain =
        LoggerMessage.Define<string, Enum>(LogLevel.Information, Id, Refused);

    private static readonly Action<ILogger, string, Enum, long, Exception?> Timed =
        LoggerMessage.Define<string, Enum, long>(LogLevel.Information, Id, Refused + Age);

    private static readonly Action<ILogger, string, Enum, string, Exception?> Hinted =
        LoggerMessage.Define<string, Enum, string>(LogLevel.Information, Id, Refused + Hint);

    private static readonly Action<ILogger, string, Enum, long, string, Exception?> TimedAndHinted =
        LoggerMessage.Define<string, Enum, long, string>(LogLevel.Information, Id, Refused + Age + Hint);

    /// <param name="logger">The handler's log.</param>
    /// <param name="scheme">The scheme's name.</param>
    /// <param name="failure">The exact reason.</param>
    /// <param name="age">The launch's age in seconds, below 0 where it is dated ahead; <see langword="null"/> where time is not the reason.</param>
    /// <param name="hint">What may be wrong, while the application is developed.</param>
    public static void Write(ILogger logger, string scheme, Enum failure, long? age, string? hint)
    {
        if (age is { } known && hint is not null)
        {
            TimedAndHinted(logger, scheme, failure, known, hint, null);
        }
        else if (age is { } seconds)
        {
            Timed(logger, scheme, failure, seconds, null);
        }
        else if (hint is not null)
        {
            Hinted(logger, scheme, failure, hint, null);
        }
        else
        {
            Plain(logger, scheme, failure, null);
        }
    }
}
