using System.Collections.Immutable;

namespace MiniApp;

/// <summary>The decoded parameters of a token that was read.</summary>
internal static class NamedValues
{
    /// <summary>The value of that name, compared ordinally; <see langword="null"/> where it is not there.</summary>
    public static string? Find(this ImmutableArray<KeyValuePair<string, string>> values, string name)
    {
        foreach (var (key, value) in values)
        {
            if (key == name)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>
    /// The value of that name, where it says anything: platforms send a parameter empty where they could as well send none, and to an
    /// application the two have to look the same.
    /// </summary>
    public static string? FindText(this ImmutableArray<KeyValuePair<string, string>> values, string name) =>
        values.Find(name) is { Length: > 0 } text ? text : null;
}
