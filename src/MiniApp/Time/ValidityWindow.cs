using System.Runtime.CompilerServices;

namespace MiniApp;

/// <summary>
/// The one rule of time: how old a launch may be, and how far ahead of our clock it may claim to be. Whole seconds are counted, as the
/// platforms count them: a launch exactly as old as the lifetime is still valid, and a lifetime of zero is valid throughout its own
/// second. Safe for use by any number of threads at once.
/// </summary>
public sealed class ValidityWindow
{
    /// <summary>How far a launch may be ahead of our clock where nothing else is said: one minute.</summary>
    public static readonly TimeSpan DefaultClockSkew = TimeSpan.FromMinutes(1);

    private readonly long _lifetimeSeconds;
    private readonly long _clockSkewSeconds;
    private readonly TimeProvider _timeProvider;

    /// <summary>The rule with these times.</summary>
    /// <param name="lifetime">How old a launch may be, from <see cref="TimeSpan.Zero"/> up.</param>
    /// <param name="clockSkew">How far it may be ahead of the clock, from <see cref="TimeSpan.Zero"/> up.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="timeProvider"/> is <see langword="null"/>.</exception>
    public ValidityWindow(TimeSpan lifetime, TimeSpan clockSkew, TimeProvider timeProvider)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lifetime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(clockSkew, TimeSpan.Zero);
        ArgumentNullException.ThrowIfNull(timeProvider);

        _lifetimeSeconds = lifetime.Ticks / TimeSpan.TicksPerSecond;
        _clockSkewSeconds = clockSkew.Ticks / TimeSpan.TicksPerSecond;
        _timeProvider = timeProvider;
    }

    private long Now => _timeProvider.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>Judges a launch by the clock's present time.</summary>
    /// <param name="unixSeconds">When the platform made it, in Unix seconds.</param>
    public Validity Judge(long unixSeconds) => Judge(unixSeconds, lifetime: null);

    /// <summary>Judges a launch by the clock's present time.</summary>
    /// <param name="unixSeconds">When the platform made it, in Unix seconds.</param>
    /// <param name="lifetime">How old it may be in place of what the rule says, from <see cref="TimeSpan.Zero"/> up.</param>
    internal Validity Judge(long unixSeconds, TimeSpan? lifetime)
    {
        var now = Now;
        var lifetimeSeconds = lifetime?.Ticks / TimeSpan.TicksPerSecond ?? _lifetimeSeconds;

        return unixSeconds < now - lifetimeSeconds ? Validity.Expired
            : unixSeconds > now + _clockSkewSeconds ? Validity.NotYetValid
            : Validity.Valid;
    }

    /// <summary>The first of a verifier's times that no window can be made of, named; otherwise <see langword="null"/>.</summary>
    internal static string? FindFault(
        TimeSpan lifetime,
        TimeSpan clockSkew,
        TimeProvider? timeProvider,
        [CallerArgumentExpression(nameof(lifetime))] string? lifetimeName = null) =>
        lifetime < TimeSpan.Zero ? $"{lifetimeName} must not be negative."
        : clockSkew < TimeSpan.Zero ? "ClockSkew must not be negative."
        : timeProvider is null ? "TimeProvider must not be null."
        : null;
}
