using System.Collections.Frozen;

namespace MaxMiniApp;

/// <summary>The launch that a <see cref="MaxInitDataSigner"/> is to sign: what MAX would say of it.</summary>
public sealed class MaxInitDataDescriptor
{
    /// <summary>Who opens the mini app; <see langword="null"/> for init data without a user, which no verifier accepts.</summary>
    public required MaxUser? User { get; init; }

    /// <summary>When the mini app is opened.</summary>
    /// <value><see langword="null"/>: now, by the signer's clock. Whole seconds count.</value>
    public DateTimeOffset? AuthDate { get; init; }

    /// <summary>The session's id.</summary>
    public string? QueryId { get; init; }

    /// <summary>The chat in which the app is opened.</summary>
    public MaxChat? Chat { get; init; }

    /// <summary>The address of the user's device on the network.</summary>
    public string? Ip { get; init; }

    /// <summary>What the app's link carries.</summary>
    public string? StartParam { get; init; }

    /// <summary>
    /// Fields beyond these, by their full names. They replace what the other properties say, so that a test can sign what MAX never
    /// would.
    /// </summary>
    public IReadOnlyDictionary<string, string> Additional { get; init; } = FrozenDictionary<string, string>.Empty;
}
