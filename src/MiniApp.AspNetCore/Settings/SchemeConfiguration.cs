using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore;

/// <summary>
/// A scheme's section of the configuration, <c>Authentication:Schemes:{scheme}</c>. It is not read by the configuration binder, whose
/// messages quote the value that it fails to convert: one of these is a secret. No message of this class holds a value.
/// </summary>
public sealed class SchemeConfiguration
{
    private readonly string _scheme;
    private readonly IConfiguration _section;
    private readonly Type _optionsType;
    private readonly Dictionary<string, bool> _read = new(StringComparer.OrdinalIgnoreCase);

    internal SchemeConfiguration(string scheme, IConfiguration section, Type optionsType) =>
        (_scheme, _section, _optionsType) = (scheme, section, optionsType);

    private const string Digits = "decimal digits";

    private delegate bool Parser<T>(string text, out T value);

    /// <summary>A text; <see langword="null"/> where the setting is not there.</summary>
    /// <param name="setting">The setting's name.</param>
    /// <exception cref="OptionsValidationException">There is a list or a group of texts, which is no single one.</exception>
    public string? ReadText(string setting) => ReadText(setting, saysWho: false);

    /// <summary>
    /// One text, or a list of them in its order; empty where there is neither. It says whose launches are accepted, such as by their keys:
    /// while the host runs, it may become shorter, or give way to another such setting.
    /// </summary>
    /// <param name="setting">The setting's name.</param>
    /// <exception cref="OptionsValidationException">There is a text and a list, so that nobody can tell which is meant.</exception>
    public string[] ReadTexts(string setting) => ReadTexts(setting, Find(setting, saysWho: true));

    /// <summary>
    /// What <see cref="ReadTexts(string)"/> reads, where there may be none: an empty list too, which a file says by <c>[]</c> and the
    /// configuration has as an empty text.
    /// </summary>
    /// <param name="setting">The setting's name.</param>
    /// <exception cref="OptionsValidationException">There is a text and a list, so that nobody can tell which is meant.</exception>
    public string[] ReadList(string setting)
    {
        var section = Find(setting, saysWho: true);
        return section.Value is "" ? ReadItems(section) : ReadTexts(setting, section);
    }

    /// <summary>The texts behind each name of a group of settings, as <see cref="ReadTexts(string)"/> reads them.</summary>
    /// <param name="setting">The group's name.</param>
    /// <exception cref="OptionsValidationException">There is a text in place of the group, or a text and a list behind one name.</exception>
    public IEnumerable<KeyValuePair<string, string[]>> ReadGroup(string setting)
    {
        var group = Find(setting, saysWho: true);
        return string.IsNullOrEmpty(group.Value)
            ? group.GetChildren().Select(member => KeyValuePair.Create(member.Key, ReadTexts(setting, member)))
            : throw Refuse($"{setting} is a text. It is a group of names, each with a text or a list of them.");
    }

    /// <summary>
    /// The number of an app or a bot whose launches are accepted, in decimal digits; <see langword="null"/> where the setting is not there.
    /// While the host runs, such a number may give way to others, as keys may; what <see cref="ReadInteger"/> reads may not get lost.
    /// </summary>
    /// <param name="setting">The setting's name.</param>
    /// <exception cref="OptionsValidationException">The text is not such a number.</exception>
    public long? ReadId(string setting) => Parse<long>(setting, ReadText(setting, saysWho: true), TryParseInteger, Digits);

    /// <summary>A number in decimal digits, whatever the machine's culture; <see langword="null"/> where the setting is not there.</summary>
    /// <typeparam name="T">The number's type, such as <see cref="long"/>.</typeparam>
    /// <param name="setting">The setting's name.</param>
    /// <exception cref="OptionsValidationException">The text is not such a number.</exception>
    public T? ReadInteger<T>(string setting)
        where T : struct, ISpanParsable<T> => Parse<T>(setting, ReadText(setting), TryParseInteger, Digits);

    /// <summary><c>true</c> or <c>false</c>, in any case; <see langword="null"/> where the setting is not there.</summary>
    /// <param name="setting">The setting's name.</param>
    /// <exception cref="OptionsValidationException">The text is neither.</exception>
    public bool? ReadFlag(string setting) => Parse<bool>(setting, ReadText(setting), bool.TryParse, "true or false");

    /// <summary>A time as <c>hh:mm:ss</c> or <c>d.hh:mm:ss</c>; <see langword="null"/> where the setting is not there.</summary>
    /// <param name="setting">The setting's name.</param>
    /// <exception cref="OptionsValidationException">The text is not such a time, for example a bare number.</exception>
    public TimeSpan? ReadTime(string setting) =>
        Parse<TimeSpan>(setting, ReadText(setting), TryParseTime, "hh:mm:ss or d.hh:mm:ss, such as 00:15:00 for a quarter of an hour");

    /// <summary>The name of one member of an enumeration, in any case; <see langword="null"/> where the setting is not there.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="setting">The setting's name.</param>
    /// <exception cref="OptionsValidationException">The text is no such name.</exception>
    public T? ReadName<T>(string setting)
        where T : struct, Enum => Parse<T>(setting, ReadText(setting), TryParseName, string.Join(" or ", Enum.GetNames<T>()));

    /// <summary>Makes the exception that refuses a setting, for the caller to throw.</summary>
    /// <param name="fault">A sentence that names the setting, and never shows its value.</param>
    public OptionsValidationException Refuse(string fault) => new(_scheme, _optionsType, [SchemeFault.Describe(_scheme, fault)]);

    /// <summary>What the options have read by now, and what they have not.</summary>
    /// <param name="configuration">The whole configuration, to tell its sources, where it is known.</param>
    internal SectionReading GetReading(IConfiguration? configuration)
    {
        var path = (_section as IConfigurationSection)?.Path;
        var sources = ConfigurationSources.Of(configuration).Distinct().ToArray();
        var settings = new Dictionary<string, SectionSetting>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, saysWho) in _read)
        {
            var setting = _section.GetSection(name);
            if (setting.Exists())
            {
                settings[name] = new SectionSetting(
                    setting.Path,
                    [.. setting.AsEnumerable().OrderBy(text => text.Key, ConfigurationKeyComparer.Instance)],
                    saysWho,
                    sources.LastOrDefault(source => ConfigurationSources.Sets(source, setting.Path)));
            }
        }

        return new SectionReading(
            _read,
            settings,
            [.. _section.GetChildren().Select(child => child.Key).Where(name => !_read.ContainsKey(name))],
            sources.ToDictionary(source => source, source => ConfigurationSources.Judge(source, path)));
    }

    private static bool TryParseInteger<T>(string text, out T value)
        where T : struct, ISpanParsable<T> => T.TryParse(text, CultureInfo.InvariantCulture, out value);

    // The framework takes numbers for names, and lists of names too.
    private static bool TryParseName<T>(string text, out T value)
        where T : struct, Enum =>
        Enum.TryParse(text, ignoreCase: true, out value) && text.Equals(Enum.GetName(value), StringComparison.OrdinalIgnoreCase);

    // The general parsers take "3600" for so many days and "24:00:00" for 24 of them: a key that was good for an hour would be good for
    // ten years, and nobody would see it.
    private static bool TryParseTime(string text, out TimeSpan value) =>
        TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out value) && text.Contains(':', StringComparison.Ordinal);

    // Sources are laid over one another key by key: where a text is in one and a list in another, both are there, and neither is the newer. An
    // empty text is nobody's: it is what [] becomes, in a file whose list is filled in by another source.
    private string[] ReadTexts(string setting, IConfigurationSection section)
    {
        var list = ReadItems(section);

        return section.Value is not { } text || (text.Length == 0 && list.Length > 0) ? list
            : list.Length == 0 ? [text]
            : throw Refuse($"{setting} is a text in one place and a list in another.");
    }

    private static string[] ReadItems(IConfigurationSection section) => [.. section.GetChildren().Select(item => item.Value ?? string.Empty)];

    private T? Parse<T>(string setting, string? text, Parser<T> parser, string form)
        where T : struct =>
        text is null ? null
        : parser(text, out var value) ? value
        : throw Refuse($"{setting} is not a valid {typeof(T).Name}. It is written as {form}.");

    // What stands in a shape that nobody reads would be passed over, and the default be in force.
    private string? ReadText(string setting, bool saysWho)
    {
        var section = Find(setting, saysWho);
        return !section.GetChildren().Any() ? section.Value : throw Refuse($"{setting} is a list or a group. It is one text.");
    }

    private IConfigurationSection Find(string setting, bool saysWho)
    {
        _read[setting] = saysWho;
        return _section.GetSection(setting);
    }
}
