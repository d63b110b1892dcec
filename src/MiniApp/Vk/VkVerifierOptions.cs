using System.Collections.Frozen;

namespace VkMiniApp;

/// <summary>
/// The apps whose signatures a verifier knows, and the rules it goes by. It is read once: later changes have no effect on the verifier.
/// </summary>
/// <typeparam name="TSelf">The verifier's own type of options.</typeparam>
public abstract class VkVerifierOptions<TSelf>
    where TSelf : VkVerifierOptions<TSelf>
{
    private readonly Dictionary<long, string[]> _apps = [];

    private protected VkVerifierOptions()
    {
    }

    /// <summary>Adds an app whose signatures are accepted, or replaces the keys of one that was added before.</summary>
    /// <param name="appId">The app's id, above 0.</param>
    /// <param name="secrets">The app's protected key; while it is being changed, the new one and the old one.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="appId"/> is not above 0.</exception>
    /// <exception cref="ArgumentException">There is no secret, or one is empty or white space. The message holds none of them.</exception>
    public TSelf AddApp(long appId, params string[] secrets)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(appId);
        ArgumentNullException.ThrowIfNull(secrets);

        if (secrets.Length == 0 || Array.Exists(secrets, string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException($"App {appId} needs a protected key that is not empty.", nameof(secrets));
        }

        _apps[appId] = [.. secrets];
        return (TSelf)this;
    }

    /// <summary>Finds what keeps a verifier from being made of these options.</summary>
    /// <returns>
    /// The first setting that no verifier can be made of, in a sentence that names it and holds no secret; <see langword="null"/> where
    /// there is none.
    /// </returns>
    public virtual string? FindFault() => _apps.Count == 0 ? "No app was added." : null;

    /// <summary>What a verifier checks each app's signatures with.</summary>
    /// <exception cref="ArgumentNullException">There are no options.</exception>
    /// <exception cref="ArgumentException">No verifier can be made of the options.</exception>
    internal static FrozenDictionary<long, TSignature> CreateSignatures<TSignature>(TSelf options, Func<long, string[], TSignature> create)
    {
        ArgumentNullException.ThrowIfNull(options);

        return options.FindFault() is { } fault
            ? throw new ArgumentException(fault, nameof(options))
            : options._apps.ToFrozenDictionary(app => app.Key, app => create(app.Key, app.Value));
    }
}
