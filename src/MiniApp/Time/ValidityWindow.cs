namespace MiniApp;

/// <summary>The one rule of time: how old a launch may be, and how far ahead of our clock it may claim to be.</summary>
internal sealed class ValidityWindow(TimeSpan lifetime, TimeSpan clockSkew, TimeProvider timeProvider)
{
    private readonly long _lifetimeSeconds = lifetime.Ticks / TimeSpan.TicksPerSecond;
    private readonly long _clockSkewSeconds = clockSkew.Ticks / TimeSpan.TicksPerSecond;

    /// <summary>
    /// Judges a launch by whole seconds, as the platforms count them: exactly as old as the lifetime is still valid, and a lifetime
    /// of zero is valid throughout its own second.
    /// </summary>
    public Validity Judge(long unixSeconds)
    {
        var age = timeProvider.GetUtcNow().ToUnixTimeSeconds() - unixSeconds;

        return age > _lifetimeSeconds ? Validity.Expired
            : age < -_clockSkewSeconds ? Validity.NotYetValid
            : Validity.Valid;
    }
}
