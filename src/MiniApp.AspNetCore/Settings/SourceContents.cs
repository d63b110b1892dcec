namespace MiniApp.AspNetCore;

/// <summary>What a source of the configuration holds, from the point of view of one scheme.</summary>
internal enum SourceContents
{
    /// <summary>Nothing. The framework takes a file that it can't read for such a one.</summary>
    None,

    /// <summary>Settings of others.</summary>
    Others,

    /// <summary>Settings of the scheme.</summary>
    OfTheScheme,
}
