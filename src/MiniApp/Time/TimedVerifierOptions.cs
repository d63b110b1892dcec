namespace MiniApp;

/// <summary>How long what a platform proved is good, where it is no launch: what the options of such verifiers have in common.</summary>
public abstract class TimedVerifierOptions
{
    /// <summary>The <see cref="Lifetime"/> where nothing else is said: one hour.</summary>
    public static readonly TimeSpan DefaultLifetime = TimeSpan.FromHours(1);

    /// <summary>The <see cref="ClockSkew"/> where nothing else is said: one minute.</summary>
    public static readonly TimeSpan DefaultClockSkew = ValidityWindow.DefaultClockSkew;

    private protected TimedVerifierOptions()
    {
    }

    /// <summary>How long it is valid after the platform proved it.</summary>
    /// <value>
    /// One hour: no platform states a lifetime, and a page sends such things on at once. From <see cref="TimeSpan.Zero"/> (valid only in
    /// its own second) up; counted in whole seconds, and what is exactly as old is valid.
    /// </value>
    public TimeSpan Lifetime { get; set; } = DefaultLifetime;

    /// <summary>How far its time may be ahead of this machine's clock.</summary>
    /// <value>One minute. From <see cref="TimeSpan.Zero"/> up; counted in whole seconds.</value>
    public TimeSpan ClockSkew { get; set; } = DefaultClockSkew;

    /// <summary>The clock that it is judged by.</summary>
    /// <value><see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Finds what keeps a verifier from being made of these options.</summary>
    /// <returns>
    /// The first setting that no verifier can be made of, in a sentence that names it and holds no secret; <see langword="null"/> where
    /// there is none.
    /// </returns>
    public virtual string? FindFault() => ValidityWindow.FindFault(Lifetime, ClockSkew, TimeProvider);

    /// <summary>The rule of time that a verifier goes by.</summary>
    /// <exception cref="ArgumentException">No verifier can be made of the options. The message names the first setting.</exception>
    internal ValidityWindow ToValidityWindow(string parameterName) => FindFault() is { } fault
        ? throw new ArgumentException(fault, parameterName)
        : new ValidityWindow(Lifetime, ClockSkew, TimeProvider);
}
