namespace MiniApp.AspNetCore;

/// <summary>The names of the schemes that <c>AddMiniAppSessions()</c> adds, for policies and attributes to name.</summary>
public static class MiniAppSessionDefaults
{
    /// <summary>Takes sessions alone: <c>MiniAppSession</c>.</summary>
    public const string AuthenticationScheme = "MiniAppSession";

    /// <summary>Takes launches alone, of whichever platform the token is: <c>MiniAppLaunch</c>.</summary>
    public const string LaunchScheme = "MiniAppLaunch";

    /// <summary>Takes either: <c>MiniApp</c>. It is the default scheme, unless the application names one.</summary>
    public const string LaunchOrSessionScheme = "MiniApp";

    /// <summary>The name of the cookie, unless the options name another: <c>__Host-session</c>.</summary>
    public const string CookieName = "__Host-session";

    /// <summary>
    /// The claim with the session's id, in 32 hexadecimal digits (OpenID Connect Front-Channel Logout 1.0, section 3): <c>sid</c>.
    /// </summary>
    public const string SessionIdClaim = "sid";

    /// <summary>
    /// The claim with the time of the launch that the session began with, in Unix seconds (OpenID Connect Core 1.0, section 2):
    /// <c>auth_time</c>. It is no platform's claim, so that no session counts as a recent launch.
    /// </summary>
    public const string LaunchTimeClaim = "auth_time";

    /// <summary>The issuer of these two claims: <c>MiniAppSession</c>.</summary>
    public const string Issuer = AuthenticationScheme;
}
