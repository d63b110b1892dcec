namespace Accounts.Linking;

/// <summary>What became of an offer.</summary>
internal enum LinkOutcome
{
    Linked,
    Merged,
    AlreadyLinked,
    UnknownCode,

    /// <summary>The user has an account, and nobody, or only one of the two sides, has agreed that it goes into the other.</summary>
    HasAccount,

    /// <summary>One of the accounts is banned.</summary>
    Banned,
}
