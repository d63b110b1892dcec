namespace MiniApp.AspNetCore;

/// <summary>The launch is older than <see cref="MiniAppOptions.Lifetime"/>. The page can get a fresh one from the platform.</summary>
public sealed class MiniAppExpiredException : MiniAppException
{
    /// <inheritdoc cref="MiniAppException(Enum, string)"/>
    public MiniAppExpiredException(Enum failure, string message)
        : base(failure, message)
    {
    }
}
