namespace MiniApp.AspNetCore;

/// <summary>Why a session's token was refused, by what it is. What happened since is a <see cref="LaunchStateFailure"/>.</summary>
public enum SessionFailure
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It is no token of a session.</summary>
    Malformed,

    /// <summary>It was made with keys that this application has not, for another purpose, or was changed.</summary>
    Unreadable,

    /// <summary>It has expired. A refresh token, or else a launch, gets another.</summary>
    Expired,
}
