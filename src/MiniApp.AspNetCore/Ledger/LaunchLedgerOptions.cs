namespace MiniApp.AspNetCore;

/// <summary>
/// How launches are used once, and how they are remembered for that. It is read when the host starts: a change takes effect with the next start.
/// </summary>
public sealed class LaunchLedgerOptions
{
    private bool? _acceptsEarlier;

    /// <summary>What using a launch once means.</summary>
    /// <value><see cref="LaunchUse.Bind"/>.</value>
    public LaunchUse Use { get; set; }

    /// <summary>What becomes of a launch where the ledger can't tell whether it was used, because it is away or full.</summary>
    /// <value><see cref="LedgerUnavailableBehavior.Refuse"/>.</value>
    public LedgerUnavailableBehavior OnUnavailable { get; set; }

    /// <summary>
    /// How many launches and refresh tokens the ledger in the process remembers at most, in at most 60 bytes each. Each is kept for up to twice
    /// the longest time that any of them is good for. A full ledger answers <see cref="LedgerOutcome.Unavailable"/>. Other ledgers don't read it.
    /// </summary>
    /// <value>1,000,000. From 1 up.</value>
    public int Capacity { get; set; } = 1_000_000;

    /// <summary>
    /// Whether the ledger in the process takes launches that were signed before it started. They may have been used then, and it would not
    /// know; without it they are refused as expired, and the page asks for fresh ones. Other ledgers don't read it.
    /// </summary>
    /// <value><see langword="true"/> in Development, where the host restarts all the time; otherwise <see langword="false"/>.</value>
    public bool AcceptLaunchesFromBeforeStart
    {
        get => _acceptsEarlier ?? IsDevelopment;
        set => _acceptsEarlier = value;
    }

    internal bool IsDevelopment { get; set; }

    /// <summary>The first setting that no ledger can work by, in a sentence; otherwise <see langword="null"/>.</summary>
    internal string? FindFault() =>
        Capacity < 1 ? $"{nameof(LaunchLedgerOptions)}.{nameof(Capacity)} must be at least 1."
        : !Enum.IsDefined(Use) ? $"{nameof(LaunchLedgerOptions)}.{nameof(Use)} is none of its names."
        : !Enum.IsDefined(OnUnavailable) ? $"{nameof(LaunchLedgerOptions)}.{nameof(OnUnavailable)} is none of its names."
        : null;
}
