namespace Accounts;

/// <summary>What became of a link that was to go.</summary>
internal enum UnlinkOutcome
{
    Unlinked,
    NotLinked,
    LastLink,
}
