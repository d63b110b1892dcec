namespace MiniApp.AspNetCore;

/// <summary>The signature is not that of the launch under any of the keys.</summary>
public sealed class MiniAppInvalidSignatureException : MiniAppException
{
    /// <inheritdoc cref="MiniAppException(Enum, string)"/>
    public MiniAppInvalidSignatureException(Enum failure, string message)
        : base(failure, message)
    {
    }
}
