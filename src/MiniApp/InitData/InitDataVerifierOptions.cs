namespace MiniApp;

/// <summary>
/// What an <see cref="InitDataVerifier{TInitData}"/> is made from, but for the bots. It is read once: later changes have no effect on the
/// verifier.
/// </summary>
public abstract class InitDataVerifierOptions
{
    /// <summary>The <see cref="Lifetime"/> where nothing else is said: 24 hours.</summary>
    public static readonly TimeSpan DefaultLifetime = TimeSpan.FromHours(24);

    /// <summary>The <see cref="ClockSkew"/> where nothing else is said: one minute.</summary>
    public static readonly TimeSpan DefaultClockSkew = ValidityWindow.DefaultClockSkew;

    private protected InitDataVerifierOptions()
    {
    }

    /// <summary>How long init data is valid after the mini app was opened.</summary>
    /// <value>
    /// 24 hours: neither Telegram nor MAX states a lifetime, and a page that is reloaded shows the init data it was opened with. From
    /// <see cref="TimeSpan.Zero"/> (valid only in its own second) up; counted in whole seconds, and init data exactly as old is valid.
    /// </value>
    public TimeSpan Lifetime { get; set; } = DefaultLifetime;

    /// <summary>How far the time in init data may be ahead of this machine's clock.</summary>
    /// <value>One minute. From <see cref="TimeSpan.Zero"/> up; counted in whole seconds.</value>
    public TimeSpan ClockSkew { get; set; } = DefaultClockSkew;

    /// <summary>The clock that init data is judged by.</summary>
    /// <value><see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// The longest token that is looked at, in bytes of its UTF-8, white space around it not counted. A longer one is refused as malformed.
    /// </summary>
    /// <value>8,192: then no refusal allocates. From 1 to 1,048,576.</value>
    public int MaxTokenLength { get; set; } = TokenLimits.DefaultMaxTokenLength;

    /// <summary>The most fields that init data may hold. Init data with more is refused as malformed.</summary>
    /// <value>128. From 1 to 1,024.</value>
    public int MaxParameters { get; set; } = TokenLimits.DefaultMaxParameters;

    /// <summary>Finds what keeps a verifier from being made of these options.</summary>
    /// <returns>
    /// The first setting that no verifier can be made of, in a sentence that names it and holds no secret; <see langword="null"/> where
    /// there is none.
    /// </returns>
    public virtual string? FindFault() =>
        ValidityWindow.FindFault(Lifetime, ClockSkew, TimeProvider) ?? TokenLimits.FindFault(MaxTokenLength, MaxParameters);

    /// <summary>How the platform spells init data, within these limits.</summary>
    internal abstract InitDataFormat ToFormat();

    /// <summary>What proves the init data of each bot, the cheap proofs before the others.</summary>
    internal abstract IEnumerable<IInitDataProof> ToProofs();
}
