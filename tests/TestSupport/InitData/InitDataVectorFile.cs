using System.Text.Json;

namespace TestSupport;

/// <summary>Init data that an independent implementation of the rule has made, in a language that shares no library with this one.</summary>
public sealed record InitDataVectorFile(
    string BotToken,
    long BotId,
    string SecretKeyHex,
    string Ed25519Seed,
    string Ed25519PublicKey,
    IReadOnlyList<InitDataVector> Vectors)
{
    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static InitDataVectorFile Instance { get; } = JsonSerializer.Deserialize<InitDataVectorFile>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Vectors", "telegram-init-data.json")), SnakeCase)!;

    public IEnumerable<InitDataVector> Of(string platform) => Vectors.Where(vector => vector.Platform == platform);
}
