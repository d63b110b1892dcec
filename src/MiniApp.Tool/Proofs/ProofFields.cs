using MiniApp.Tool.Platforms;

namespace MiniApp.Tool.Proofs;

/// <summary>What a page or a server sent, and its fields.</summary>
/// <param name="Text">The text as it came: what is proved where that is a query.</param>
/// <param name="Values">The decoded fields. A value is <see langword="null"/> where it is neither a text nor a number.</param>
internal sealed record ProofFields(string Text, IReadOnlyList<KeyValuePair<string, string?>> Values)
{
    /// <summary>The field's value; <see langword="null"/> where there is none.</summary>
    public string? Find(string name) => Values.FirstOrDefault(field => field.Key == name).Value;

    /// <summary>The field's value; <see langword="null"/> where it is not a whole number in ASCII digits.</summary>
    public long? Number(string name) => DecimalDigits.TryRead<char>(Find(name), out var number) ? number : null;

    /// <summary>Whether a field is there more than once that a back end would read.</summary>
    public bool HasDuplicate(TokenFormat format) => Values
        .Where(field => format.IsProof(field.Key) || format.IsSigned(field.Key))
        .CountBy(field => field.Key, StringComparer.Ordinal)
        .Any(name => name.Value > 1);
}
