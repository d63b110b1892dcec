namespace Accounts.Data;

/// <summary>A person, as far as this application knows: whoever has proved to be one of its links.</summary>
internal sealed class Account
{
    public Guid Id { get; init; }

    public DateTimeOffset Created { get; init; }

    public bool IsBanned { get; set; }

    public List<Link> Links { get; } = [];

    public List<Note> Notes { get; } = [];
}
