namespace MiniApp.AspNetCore;

/// <summary>The launch is dated further ahead than <see cref="MiniAppOptions.ClockSkew"/> allows.</summary>
public sealed class MiniAppNotYetValidException : MiniAppException
{
    /// <inheritdoc cref="MiniAppException(Enum, string)"/>
    public MiniAppNotYetValidException(Enum failure, string message)
        : base(failure, message)
    {
    }
}
