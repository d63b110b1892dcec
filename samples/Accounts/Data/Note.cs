namespace Accounts.Data;

/// <summary>Something that a user keeps here, and that moves when accounts are merged.</summary>
internal sealed class Note
{
    public Guid Id { get; init; }

    public Guid AccountId { get; init; }

    public required string Text { get; init; }
}
