using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace MiniApp.AspNetCore;

/// <summary>What a scheme's section set under one name.</summary>
/// <param name="Path">Its path in the configuration.</param>
/// <param name="Texts">The text, or those of a list or a group, each behind the name that it has there.</param>
/// <param name="SaysWho">Whether it says whose launches are accepted, rather than how strictly they are judged.</param>
/// <param name="Source">The uppermost source that sets it; <see langword="null"/> where nobody knows.</param>
internal sealed record SectionSetting(
    string Path, IReadOnlyList<KeyValuePair<string, string?>> Texts, bool SaysWho, IConfigurationProvider? Source)
{
    /// <summary>
    /// Whether a key begins or ends with white space or a byte order mark, as what was pasted or read from a file may, or with the quotation
    /// marks that some readers of variables leave there.
    /// </summary>
    public bool HasPaddedKey => SaysWho
        && Texts.Any(text => text.Value is { } value && !string.IsNullOrWhiteSpace(value) && (IsPadding(value[0]) || IsPadding(value[^1])));

    public bool HasTextsOf(SectionSetting other) => Texts.SequenceEqual(other.Texts);

    /// <summary>Whether it only lists fewer than another one did.</summary>
    public bool IsPartOf(SectionSetting other) => SaysWho && Texts.All(text => other.Texts.Any(known => known.Value == text.Value));

    private static bool IsPadding(char character) =>
        char.IsWhiteSpace(character) || character is '"' or '\'' || char.GetUnicodeCategory(character) == UnicodeCategory.Format;
}
