using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore;

/// <summary>What is said of a scheme's settings and their changes: names and faults, never a value.</summary>
internal static partial class SettingsLog
{
    [LoggerMessage(
        3, LogLevel.Warning, "{AuthenticationScheme} keeps its last good settings, because the new ones are unsound. {Fault}", EventName = "SettingsRefused")]
    public static partial void Refused(ILogger logger, string authenticationScheme, string fault);

    [LoggerMessage(20, LogLevel.Information, "{AuthenticationScheme} took a change of its settings: {Names}.", EventName = "SettingsChanged")]
    public static partial void Changed(ILogger logger, string authenticationScheme, string names);

    [LoggerMessage(
        21, LogLevel.Information, "The settings of {AuthenticationScheme} are sound again, and in force.", EventName = "SettingsRestored")]
    public static partial void Restored(ILogger logger, string authenticationScheme);

    [LoggerMessage(
        22, LogLevel.Warning, "Authentication:Schemes:{AuthenticationScheme} has names that nothing reads: {Names}.", EventName = "SettingsUnknown")]
    public static partial void Unknown(ILogger logger, string authenticationScheme, string names);

    [LoggerMessage(
        23,
        LogLevel.Warning,
        "Authentication:Schemes:{AuthenticationScheme} has a key with white space, a quotation mark or an invisible character around it: {Names}. "
            + "No launch is signed with such a key; write it without.",
        EventName = "SettingsPadded")]
    public static partial void Padded(ILogger logger, string authenticationScheme, string names);

    [LoggerMessage(24, LogLevel.Warning, "Authentication scheme '{AuthenticationScheme}': {Doubt}", EventName = "SettingsDoubtful")]
    public static partial void Doubtful(ILogger logger, string authenticationScheme, string doubt);
}
