using MiniApp;

namespace Accounts.Data;

/// <summary>
/// A code on its way between two platforms, once there and once back. Of the code itself only the hash is kept: who reads the table can use
/// none.
/// </summary>
internal sealed class LinkCode
{
    public required byte[] Hash { get; init; }

    /// <summary>The account that is to get another link.</summary>
    public Guid AccountId { get; init; }

    /// <summary>On the way back: who came with a launch of the other platform.</summary>
    public MiniAppSubject? Offered { get; init; }

    /// <summary>On the way back: whether that user was told that two accounts become one.</summary>
    public bool Merges { get; init; }

    public DateTimeOffset Expires { get; init; }
}
