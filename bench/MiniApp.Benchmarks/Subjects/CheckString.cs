using System.Text;

namespace VkMiniApp.Benchmarks;

/// <summary>The text that the proofs of init data are made of.</summary>
internal static class CheckString
{
    /// <summary>The fields, which are in order already, as lines of <c>name=value</c>.</summary>
    public static byte[] Of(IEnumerable<KeyValuePair<string, string>> fields, params string[] omitted)
    {
        var kept = fields.Where(field => !omitted.Contains(field.Key, StringComparer.Ordinal));
        return Encoding.UTF8.GetBytes(string.Join('\n', kept.Select(field => $"{field.Key}={field.Value}")));
    }
}
