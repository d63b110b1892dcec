namespace MiniApp.AspNetCore;

/// <summary>The token can't be a launch: it is malformed or incomplete. <see cref="MiniAppException.Failure"/> tells which.</summary>
public sealed class MiniAppMalformedException : MiniAppException
{
    internal MiniAppMalformedException(Enum failure, string message)
        : base(failure, message)
    {
    }
}
