using Microsoft.Extensions.Configuration;

namespace MiniApp.AspNetCore;

/// <summary>
/// What was read in a scheme's section, kept to compare the next reading with. It holds secrets, as the configuration does, and says
/// nothing but names.
/// </summary>
/// <param name="known">The names that the options read, whether they are there or not, and whether each says whose launches are accepted.</param>
/// <param name="settings">What is there, by name.</param>
/// <param name="unknownNames">The names that are there and that nothing reads.</param>
/// <param name="sources">All sources of the configuration, and what each holds.</param>
internal sealed class SectionReading(
    IReadOnlyDictionary<string, bool> known,
    IReadOnlyDictionary<string, SectionSetting> settings,
    IReadOnlyList<string> unknownNames,
    IReadOnlyDictionary<IConfigurationProvider, SourceContents> sources)
{
    /// <summary>The names that nothing reads, each with the nearest one that something does; <see langword="null"/> where there is none.</summary>
    public string? UnknownNames { get; } = unknownNames.Count == 0 ? null
        : string.Join(", ", unknownNames.Select(name => $"{name} (the nearest setting is {NearestName.Find(name, known.Keys)})"));

    /// <summary>The names behind which a key stands with something around it; <see langword="null"/> where there is none.</summary>
    public string? PaddedNames { get; } = settings.Where(setting => setting.Value.HasPaddedKey).Select(setting => setting.Key).ToArray() is { Length: > 0 } names
        ? string.Join(", ", names) : null;

    /// <summary>The names of keys and ids, which say whose launches are accepted, that are not there.</summary>
    public IEnumerable<string> MissingKeys => known.Where(name => name.Value && !Has(name.Key)).Select(name => name.Key);

    /// <summary>Whether something that is read is there under a name.</summary>
    public bool Has(string name) => settings.ContainsKey(name);

    /// <summary>The names of what differs from an earlier reading, in the order of the alphabet.</summary>
    public IReadOnlyList<string> FindChanges(SectionReading earlier) =>
    [
        .. settings.Where(setting => earlier.Find(setting.Key)?.HasTextsOf(setting.Value) != true).Select(setting => setting.Key)
            .Union(earlier.NamesNotIn(this), StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>
    /// What was set in an earlier reading and is lost: the framework takes a file that it can't read for an empty one, and what is left
    /// may look sound.
    /// </summary>
    /// <param name="earlier">The earlier reading.</param>
    /// <param name="anySource">Whether the options come from other places of the configuration, too, so that any source may have set them.</param>
    /// <returns>A sentence that names what is lost, or <see langword="null"/>.</returns>
    public string? FindLoss(SectionReading earlier, bool anySource)
    {
        if (sources.FirstOrDefault(source => source.Value == SourceContents.None && earlier.Held(source.Key) >= Least(source.Key)) is { Key: { } emptied })
        {
            return $"A source of the configuration holds nothing any more: {ConfigurationSources.Describe(emptied)}.";
        }

        var lost = earlier.NamesNotIn(this).Where(name => !IsReplaced(name, earlier))
            .Concat(settings.Where(setting => HasFallenBack(setting.Key, setting.Value, earlier)).Select(setting => setting.Key))
            .Order(StringComparer.Ordinal)
            .ToArray();

        return lost.Length == 0 ? null
            : $"{string.Join(", ", lost)}: set before, and lost now. To take a setting out while the host runs, set it to another value.";

        // A file that is broken or gone reads as an empty one, and the code that sets options may have read any of them.
        SourceContents Least(IConfigurationProvider source) =>
            anySource || ConfigurationSources.IsFile(source) ? SourceContents.Others : SourceContents.OfTheScheme;
    }

    private SourceContents Held(IConfigurationProvider source) => sources.GetValueOrDefault(source);

    private SectionSetting? Find(string name) => settings.GetValueOrDefault(name);

    private IEnumerable<string> NamesNotIn(SectionReading later) => settings.Keys.Where(name => later.Find(name) is null);

    /// <summary>Whether a key was given up for others in another place, such as <c>AppSecret</c> for <c>Apps</c>. No accident does that.</summary>
    private bool IsReplaced(string name, SectionReading earlier) =>
        earlier.Find(name) is { SaysWho: true }
        && settings.Any(setting => setting.Value.SaysWho && earlier.Find(setting.Key) is null);

    /// <summary>Whether the source that set it has lost it, so that a source below, which it had overridden, is in force.</summary>
    private bool HasFallenBack(string name, SectionSetting setting, SectionReading earlier) =>
        earlier.Find(name) is { Source: { } source } before
        && source != setting.Source
        && sources.ContainsKey(source)
        && !ConfigurationSources.Sets(source, setting.Path)
        && !setting.HasTextsOf(before)
        && !setting.IsPartOf(before);
}
