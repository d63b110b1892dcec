namespace MiniApp.AspNetCore;

/// <summary>The launch is good, but names no user.</summary>
public sealed class MiniAppNoUserException : MiniAppException
{
    /// <inheritdoc cref="MiniAppException(Enum, string)"/>
    public MiniAppNoUserException(Enum failure, string message)
        : base(failure, message)
    {
    }
}
