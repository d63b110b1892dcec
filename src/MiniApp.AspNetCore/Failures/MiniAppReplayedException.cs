namespace MiniApp.AspNetCore;

/// <summary>The launch or refresh token was used before.</summary>
public sealed class MiniAppReplayedException : MiniAppException
{
    /// <inheritdoc cref="MiniAppException(Enum, string)"/>
    public MiniAppReplayedException(Enum failure, string message)
        : base(failure, message)
    {
    }
}
