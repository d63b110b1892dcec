namespace MiniApp.AspNetCore;

/// <summary>When the store was read last.</summary>
/// <param name="hasStore">Whether there is a store. Without one there is nothing to read.</param>
/// <param name="clock">The clock.</param>
internal sealed class RevocationFreshness(bool hasStore, TimeProvider clock)
{
    private const long Never = long.MinValue;

    private long _lastRead = Never;

    /// <summary>Whether anybody can be judged: until the first reading, nobody knows who was turned away.</summary>
    public bool IsKnown => !hasStore || Volatile.Read(ref _lastRead) != Never;

    /// <summary>How long ago the store was read; <see langword="null"/> where it never was, or there is none.</summary>
    public TimeSpan? Age => Volatile.Read(ref _lastRead) is not Never and var read ? clock.GetElapsedTime(read) : null;

    /// <param name="begun">The timestamp at which the reading began: what came later may not be in it.</param>
    public void NoteReading(long begun) => Volatile.Write(ref _lastRead, begun);
}
