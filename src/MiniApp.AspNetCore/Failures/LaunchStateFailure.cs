namespace MiniApp.AspNetCore;

/// <summary>Why what is genuine was refused: because of what happened since it was signed.</summary>
public enum LaunchStateFailure
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It was used before, by somebody else for all that can be told.</summary>
    Replayed,

    /// <summary>The user was signed out since.</summary>
    Revoked,

    /// <summary>The user, or everybody in the app, is kept out.</summary>
    Blocked,

    /// <summary>It is older than the memory of what was used.</summary>
    Forgotten,

    /// <summary>The session is over.</summary>
    SessionEnded,

    /// <summary>Whether it is still good can't be told now.</summary>
    Unavailable,
}
