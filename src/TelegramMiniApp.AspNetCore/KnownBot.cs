namespace TelegramMiniApp.AspNetCore;

/// <summary>What is known of a bot. The keys of its tokens prove init data and contacts; the Login Widget needs the tokens themselves.</summary>
internal sealed class KnownBot
{
    /// <summary>Nothing but the id.</summary>
    public static readonly KnownBot ById = new([], []);

    private KnownBot(IReadOnlyList<TelegramSecretKey> keys, IReadOnlyList<string> tokens) => (Keys, Tokens) = (keys, tokens);

    /// <summary>The keys of its tokens, the newest first.</summary>
    public IReadOnlyList<TelegramSecretKey> Keys { get; }

    /// <summary>Those of its tokens that are known, the newest first.</summary>
    public IReadOnlyList<string> Tokens { get; }

    public static KnownBot ByTokens(params string[] tokens) => new(Array.ConvertAll(tokens, TelegramSecretKey.Derive), [.. tokens]);

    public static KnownBot ByKeys(params TelegramSecretKey[] keys) => new([.. keys], []);

    public KnownBot And(KnownBot other) => new([.. Keys, .. other.Keys], [.. Tokens, .. other.Tokens]);
}
