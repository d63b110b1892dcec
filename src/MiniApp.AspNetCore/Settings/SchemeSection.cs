using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore;

/// <summary>
/// A scheme's section of the configuration. Read by hand, because the configuration binder's messages quote the value that it can't
/// convert, and one of these is a secret.
/// </summary>
internal sealed class SchemeSection(string scheme, IConfiguration configuration, Type optionsType)
{
    private delegate bool Parser<T>(string text, out T value);

    public string? ReadText(string setting) => configuration[setting];

    /// <summary>One text, or a list of them in its order; empty where there is neither.</summary>
    public string[] ReadTexts(string setting) => ReadTexts(setting, configuration.GetSection(setting));

    /// <summary>The texts behind each name of a group of settings.</summary>
    public IEnumerable<(string Name, string[] Texts)> ReadGroup(string setting) =>
        configuration.GetSection(setting).GetChildren().Select(member => (member.Key, ReadTexts(setting, member)));

    public T? ReadInteger<T>(string setting)
        where T : struct, ISpanParsable<T> => Read<T>(setting, TryParseInteger);

    public bool? ReadFlag(string setting) => Read<bool>(setting, bool.TryParse);

    public TimeSpan? ReadTime(string setting) => Read<TimeSpan>(setting, TryParseTime);

    public T? ReadName<T>(string setting)
        where T : struct, Enum => Read<T>(setting, TryParseName);

    /// <summary>The refusal of a setting.</summary>
    /// <param name="fault">A sentence that names the setting, and never shows a secret.</param>
    public OptionsValidationException Refuse(string fault) => new(scheme, optionsType, [SchemeFault.Describe(scheme, fault)]);

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

    // Sources are laid over one another key by key: a text in one and a list in another are both there, and which is the newer can't be told.
    private string[] ReadTexts(string setting, IConfigurationSection section)
    {
        string[] list = [.. section.GetChildren().Select(item => item.Value ?? string.Empty)];

        return section.Value is not { } text ? list
            : list.Length == 0 ? [text]
            : throw Refuse($"{setting} is a text in one place and a list in another.");
    }

    private T? Read<T>(string setting, Parser<T> parser)
        where T : struct
    {
        if (ReadText(setting) is not { } text)
        {
            return null;
        }

        return parser(text, out var value)
            ? value
            : throw Refuse($"{setting} is not a valid {typeof(T).Name}.");
    }
}
