using System.Text.Json;

namespace VkMiniApp.Tests;

/// <summary>Cases that an independent implementation of VK's rule has made, in a language that shares no library with this one.</summary>
internal sealed record VectorFile(
    long Now,
    int LifetimeSeconds,
    int ClockSkewSeconds,
    IReadOnlyDictionary<string, string[]> Apps,
    IReadOnlyList<SignatureVector> Signatures,
    IReadOnlyList<CaseVector> Cases)
{
    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static VectorFile Instance { get; } = JsonSerializer.Deserialize<VectorFile>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Vectors", "vk-launch.json")), SnakeCase)!;
}

internal sealed record SignatureVector(string Comment, string Query, string Secret, string Sign, bool Valid);

internal sealed record CaseVector(int Id, string Comment, string Token, string Result, IReadOnlyDictionary<string, string>? Parameters);
