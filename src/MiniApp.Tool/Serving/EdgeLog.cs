using Microsoft.Extensions.Logging;

namespace MiniApp.Tool.Serving;

/// <summary>What the server says of itself. Who signs in, and who is refused, is in the log of the schemes.</summary>
internal static partial class EdgeLog
{
    [LoggerMessage(1, LogLevel.Information, "Takes launches of {Platforms}{Sessions}; answers with {Headers}.")]
    public static partial void Serving(ILogger logger, string platforms, string sessions, string headers);

    [LoggerMessage(2, LogLevel.Warning, "Other machines reach {Address}, without encryption: let nobody but the proxy connect to it.")]
    public static partial void Exposed(ILogger logger, string address);

    [LoggerMessage(3, LogLevel.Information, "Refused a request that came with a header of the proxy's own, such as X-MiniApp-Subject.")]
    public static partial void Pretended(ILogger logger);
}
