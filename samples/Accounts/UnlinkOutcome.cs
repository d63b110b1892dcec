namespace Accounts;

/// <summary>What became of a link that was to go.</summary>
internal enum UnlinkOutcome
{
    Unlinked,
    NotLinked,
    LastLink,

    /// <summary>The account was banned while the request was under way: none of its links may be out of that.</summary>
    Banned,
}
