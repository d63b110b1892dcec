namespace MiniApp.AspNetCore;

/// <summary>The token is no launch: it is malformed or incomplete. <see cref="MiniAppException.Failure"/> tells which.</summary>
public sealed class MiniAppMalformedException : MiniAppException
{
    /// <inheritdoc cref="MiniAppException(Enum, string)"/>
    public MiniAppMalformedException(Enum failure, string message)
        : base(failure, message)
    {
    }
}
