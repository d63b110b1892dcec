namespace MiniApp.AspNetCore;

/// <summary>Whether what was sent is still good can't be told now. The answer is 503 (RFC 9110, section 15.6.4), not 401.</summary>
public sealed class MiniAppUnavailableException : MiniAppException
{
    /// <inheritdoc cref="MiniAppException(Enum, string)"/>
    public MiniAppUnavailableException(Enum failure, string message)
        : base(failure, message)
    {
    }
}
