namespace MiniApp.Testing;

/// <summary>What an attacker or a bad network makes of a signed query.</summary>
internal static class SignedQuery
{
    public static string Set(string query, string name, string value)
    {
        var parts = Split(query);
        var changed = $"{name}={Uri.EscapeDataString(value)}";
        var index = Find(parts, name);

        if (index < 0)
        {
            return $"{query}&{changed}";
        }

        if (parts[index] == changed)
        {
            throw new InvalidOperationException($"The launch says {changed} already: it would not be tampered with.");
        }

        parts[index] = changed;
        return string.Join('&', parts);
    }

    public static string Repeat(string query, string name)
    {
        var parts = Split(query);
        return $"{query}&{parts[Require(parts, name)]}";
    }

    public static string Remove(string query, string name)
    {
        var parts = Split(query);
        var index = Require(parts, name);
        return string.Join('&', parts.Where((_, i) => i != index));
    }

    /// <summary>A percent sign with nothing behind it, where every platform looks.</summary>
    public static string Break(string query) => query + "%";

    private static string[] Split(string query) => query.Split('&');

    private static int Find(string[] parts, string name) =>
        Array.FindIndex(parts, part => part.StartsWith(name + "=", StringComparison.Ordinal));

    private static int Require(string[] parts, string name) => Find(parts, name) is >= 0 and var index
        ? index
        : throw new InvalidOperationException($"The launch has no parameter {name}.");
}
