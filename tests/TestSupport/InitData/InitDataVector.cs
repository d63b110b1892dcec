namespace TestSupport;

public sealed record InitDataVector(
    string Id,
    string Platform,
    string InitData,
    string Hmac,
    string Ed25519,
    string? Token,
    string? TokenOverride,
    long? BotIdOverride);
