namespace MiniApp.AspNetCore;

/// <summary>The user was signed out since the launch.</summary>
public sealed class MiniAppRevokedException : MiniAppException
{
    /// <inheritdoc cref="MiniAppException(Enum, string)"/>
    public MiniAppRevokedException(Enum failure, string message)
        : base(failure, message)
    {
    }
}
