namespace MiniApp.AspNetCore;

/// <summary>The user is kept out, whatever the launch.</summary>
public sealed class MiniAppBlockedException : MiniAppException
{
    /// <inheritdoc cref="MiniAppException(Enum, string)"/>
    public MiniAppBlockedException(Enum failure, string message)
        : base(failure, message)
    {
    }
}
