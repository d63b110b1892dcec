namespace MiniApp;

/// <summary>What a <see cref="MiniAppSubject"/> names.</summary>
public enum MiniAppSubjectKind
{
    /// <summary>Nothing and nobody: the default value.</summary>
    None = 0,

    /// <summary>Everybody, on every platform.</summary>
    Everybody,

    /// <summary>Everybody of one platform.</summary>
    Platform,

    /// <summary>Everybody in one app or bot.</summary>
    App,

    /// <summary>One user of a platform.</summary>
    User,

    /// <summary>One session, on whatever device it is.</summary>
    Session,
}
