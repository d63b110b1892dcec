namespace MiniAppBackend.Sessions;

/// <summary>The schemes beside that of launches.</summary>
internal static class SessionSchemes
{
    public const string Token = "SessionToken";
    public const string Cookie = "SessionCookie";

    /// <summary>Whichever scheme the request has credentials for.</summary>
    public const string LaunchOrSession = "LaunchOrSession";
}
