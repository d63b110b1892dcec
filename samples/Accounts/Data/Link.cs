using MiniApp;

namespace Accounts.Data;

/// <summary>A user of a platform, and the one account that it opens. Names come and go; the subject stays.</summary>
internal sealed class Link
{
    public required MiniAppSubject Subject { get; init; }

    public Guid AccountId { get; init; }

    public DateTimeOffset Since { get; init; }
}
