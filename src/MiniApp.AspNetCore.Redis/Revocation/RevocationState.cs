using System.Globalization;
using StackExchange.Redis;

namespace MiniApp.AspNetCore.Redis;

/// <summary>
/// What is read first, in one step: a name that is given once, and counters that are raised with each write. Another name, or a counter
/// that went back, is a Redis that lost something.
/// </summary>
/// <param name="Born">The name.</param>
/// <param name="Revoked">Counts revocations.</param>
/// <param name="Blocked">Counts blocks and their ends.</param>
/// <param name="Ended">Counts the ends of blocks, each before it is written.</param>
/// <param name="Restored">Counts what was written back with old dates, after which all has to be read.</param>
/// <param name="ReadAt">When this was read, in milliseconds; what is revoked later is dated later.</param>
internal sealed record RevocationState(string Born, long Revoked, long Blocked, long Ended, long Restored, long ReadAt)
{
    public const string BornField = "born";
    public const string RevokedField = "revoked";
    public const string BlockedField = "blocked";
    public const string EndedField = "ended";
    public const string RestoredField = "restored";

    /// <summary>Reads the hash.</summary>
    /// <returns>The state; <see langword="null"/> for a hash that is none.</returns>
    public static RevocationState? Of(HashEntry[] fields, DateTimeOffset now)
    {
        string? born = null;
        long revoked = 0, blocked = 0, ended = 0, restored = 0;
        foreach (var field in fields)
        {
            var isRead = (string?)field.Name switch
            {
                BornField => (born = field.Value) is not null,
                RevokedField => field.Value.TryParse(out revoked),
                BlockedField => field.Value.TryParse(out blocked),
                EndedField => field.Value.TryParse(out ended),
                RestoredField => field.Value.TryParse(out restored),
                _ => true,
            };
            if (!isRead)
            {
                return null;
            }
        }

        return Guid.TryParseExact(born, "N", out _)
            ? new(born, revoked, blocked, ended, restored, now.ToUnixTimeMilliseconds())
            : null;
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static RevocationState? Parse(string? text) =>
        text?.Split('.') is [var born, var revoked, var blocked, var ended, var restored, var readAt]
        && TryRead(revoked, out var revokedCount) && TryRead(blocked, out var blockedCount) && TryRead(ended, out var endedCount)
        && TryRead(restored, out var restoredCount) && TryRead(readAt, out var readAtTime)
            ? new(born, revokedCount, blockedCount, endedCount, restoredCount, readAtTime)
            : null;

    /// <summary>Whether this lost something that an earlier state had.</summary>
    public bool HasLost(RevocationState earlier) =>
        Born != earlier.Born || Revoked < earlier.Revoked || Blocked < earlier.Blocked || Ended < earlier.Ended || Restored < earlier.Restored;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Born}.{Revoked}.{Blocked}.{Ended}.{Restored}.{ReadAt}");

    private static bool TryRead(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
