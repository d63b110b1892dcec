using MiniApp;

namespace MaxMiniApp;

/// <summary>What a <see cref="MaxInitDataVerifier"/> is made from. It is read once: later changes have no effect on the verifier.</summary>
public sealed class MaxInitDataVerifierOptions
{
    /// <summary>The keys of the bots' tokens. Neither init data nor a token says which bot it is of, so they stand in one row.</summary>
    internal List<byte[]> Keys { get; } = [];

    /// <summary>How long init data is valid after the mini app was opened.</summary>
    /// <value>
    /// 24 hours: MAX states no lifetime, and a page that is reloaded shows the init data it was opened with. From
    /// <see cref="TimeSpan.Zero"/> (valid only in its own second) up; counted in whole seconds, and init data exactly as old is valid.
    /// </value>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How far the time in init data may be ahead of this machine's clock.</summary>
    /// <value>One minute. From <see cref="TimeSpan.Zero"/> up; counted in whole seconds.</value>
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The clock that init data is judged by.</summary>
    /// <value><see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The longest token that is looked at, in characters. A longer one is refused as malformed.</summary>
    /// <value>8,192. From 1 to 1,048,576.</value>
    public int MaxTokenLength { get; set; } = InitDataFormat.DefaultMaxTokenLength;

    /// <summary>The most fields that init data may hold. Init data with more is refused as malformed.</summary>
    /// <value>128. From 1 to 1,024.</value>
    public int MaxParameters { get; set; } = InitDataFormat.DefaultMaxParameters;

    /// <summary>Adds a bot whose init data is accepted.</summary>
    /// <param name="botToken">The bot's token, from MAX's platform for partners.</param>
    /// <param name="olderTokens">Tokens of the same bot that are being replaced.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException">A token is empty or holds white space. The message holds none of them.</exception>
    public MaxInitDataVerifierOptions AddBot(string botToken, params string[] olderTokens)
    {
        ArgumentNullException.ThrowIfNull(olderTokens);

        string[] tokens =
        [
            MaxBotToken.Require(botToken, nameof(botToken)),
            .. olderTokens.Select(token => MaxBotToken.Require(token, nameof(olderTokens))),
        ];
        Keys.AddRange(tokens.Select(InitDataKeys.Derive));
        return this;
    }

    internal InitDataFormat ToFormat() => MaxInitDataFormat.Create(MaxTokenLength, MaxParameters);

    /// <summary>The first setting that can't be worked with, named, or <see langword="null"/>.</summary>
    internal string? FindFault() =>
        Keys.Count == 0 ? "No bot was added."
        : Lifetime < TimeSpan.Zero ? $"{nameof(Lifetime)} must not be negative."
        : ClockSkew < TimeSpan.Zero ? $"{nameof(ClockSkew)} must not be negative."
        : TimeProvider is null ? $"{nameof(TimeProvider)} must not be null."
        : ToFormat().FindFault();
}
