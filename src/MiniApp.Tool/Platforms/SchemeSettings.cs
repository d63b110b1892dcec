using Microsoft.Extensions.Configuration;

namespace MiniApp.Tool.Platforms;

/// <summary>A scheme's section of an application's settings, with what the options say louder. It is never shown: it holds keys.</summary>
/// <param name="scheme">The scheme's name.</param>
/// <param name="values">Its settings, by their names in the section; a colon stands between the names of a group and its member.</param>
/// <param name="origin">Finds the place that a setting comes from, by its whole path.</param>
internal sealed class SchemeSettings(string scheme, IReadOnlyDictionary<string, string?> values, Func<string, string?> origin)
{
    private readonly IReadOnlyDictionary<string, string?> _values = values;

    public string Scheme => scheme;

    /// <summary>The path of a scheme's section, or of a setting in it.</summary>
    public static string PathOf(string scheme, string? setting = null) =>
        setting is null ? $"Authentication:Schemes:{scheme}" : $"Authentication:Schemes:{scheme}:{setting}";

    /// <summary>Whether there is such a setting, or a group or list of that name. What is empty is there as well.</summary>
    public bool Has(string name) => Members(name).Any();

    /// <summary>A setting and the members of a group or list of its name.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Members(string name) => _values
        .Where(setting => IsOf(name, setting.Key))
        .OrderBy(setting => setting.Key, ConfigurationKeyComparer.Instance);

    /// <summary>These settings but for some, and the groups and lists of their names.</summary>
    public SchemeSettings Without(params IEnumerable<string> names) => new(
        scheme,
        _values.Where(setting => !names.Any(name => IsOf(name, setting.Key))).ToDictionary(StringComparer.OrdinalIgnoreCase),
        origin);

    /// <summary>These settings, and one instead of what they say.</summary>
    /// <param name="name">The setting's name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="place">Where it comes from; <see langword="null"/> where it is found by its name.</param>
    public SchemeSettings With(string name, string? value, string? place = null)
    {
        var path = PathOf(scheme, name);
        return new(
            scheme,
            Without(name)._values.Append(KeyValuePair.Create(name, value)).ToDictionary(StringComparer.OrdinalIgnoreCase),
            place is null ? origin : asked => asked == path ? place : origin(asked));
    }

    /// <summary>Where the first of these settings comes from; <see langword="null"/> where there is none.</summary>
    public string? FindOrigin(params IEnumerable<string> names) =>
        names.SelectMany(Members).Select(setting => origin(PathOf(scheme, setting.Key))).FirstOrDefault(place => place is not null);

    /// <summary>The settings as an application's configuration that has no others.</summary>
    public IConfiguration ToConfiguration() => new ConfigurationBuilder()
        .AddInMemoryCollection(_values.Select(setting => KeyValuePair.Create(PathOf(scheme, setting.Key), setting.Value)))
        .Build();

    private static bool IsOf(string name, string setting) =>
        setting.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (setting.Length == name.Length || setting[name.Length] == ':');
}
