using System.Text;
using MiniApp.Tool.Platforms;
using VkMiniApp;

namespace MiniApp.Tool.Inspection;

/// <summary>Takes a token's text apart, as far as it goes: the verifiers stop at the first fault, and this shows it.</summary>
internal static class ParameterReader
{
    /// <summary>The query inside a token's text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="format">How the platform's tokens look.</param>
    /// <param name="isExtracted">Whether the query had to be taken out of an address that no verifier reads.</param>
    public static string FindQuery(string text, TokenFormat format, out bool isExtracted)
    {
        isExtracted = false;
        if (format.Fragment is null)
        {
            var utf8 = Encoding.UTF8.GetBytes(text);
            return Encoding.UTF8.GetString(utf8.AsSpan(QueryText.Find(utf8)));
        }

        if (FindInFragment(text, format.Fragment) is { } fragment && TryDecode(fragment, out var initData))
        {
            isExtracted = true;
            return initData;
        }

        var isEncodedOnceMore = !text.Contains('&', StringComparison.Ordinal) && text.Contains('%', StringComparison.Ordinal);
        return isEncodedOnceMore && TryDecode(text, out var decoded) ? decoded : text;
    }

    /// <summary>The parts of a query, in the order of their names.</summary>
    public static TokenParameter[] Read(string query) =>
        [.. query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(ReadPart).OrderBy(part => part.Name, StringComparer.Ordinal)];

    /// <summary>The init data in an address's fragment, still encoded; <see langword="null"/> where it is not there.</summary>
    private static string? FindInFragment(string text, string name) => text[(text.IndexOf('#', StringComparison.Ordinal) + 1)..]
        .Split('&')
        .Where(part => part.StartsWith(name, StringComparison.Ordinal) && part.AsSpan(name.Length) is ['=', ..])
        .Select(part => part[(name.Length + 1)..])
        .FirstOrDefault();

    private static TokenParameter ReadPart(string part)
    {
        var equals = part.IndexOf('=', StringComparison.Ordinal);
        var isName = TryDecode(equals < 0 ? part : part[..equals], out var name);
        if (equals < 0)
        {
            return new TokenParameter(name, null, !isName, IsValueBroken: false);
        }

        var isValue = TryDecode(part[(equals + 1)..], out var value);
        return new TokenParameter(name, value, !isName, !isValue);
    }

    /// <summary>Decodes, or gives the text as it is.</summary>
    private static bool TryDecode(string text, out string decoded)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var isText = FormUrlEncoding.TryDecode(utf8, out var length);
        decoded = isText ? Encoding.UTF8.GetString(utf8, 0, length) : text;
        return isText;
    }
}
