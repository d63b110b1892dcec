using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>
/// Reads what a proxy says of those whom it passes a request on for, in a list of hosts or as <c>Forwarded</c> has it
/// (<see href="https://www.rfc-editor.org/rfc/rfc7239#section-4">RFC 7239</see>). Whatever can't be read names somebody else.
/// </summary>
internal static class ForwardedList
{
    /// <summary>Whether every entry of a list, in one header or in several, is a host of this machine.</summary>
    public static bool AreLoopback(StringValues headers) => AreAll(headers, IsLoopback);

    /// <summary>Whether every element names whom it is for, and nobody but this machine in any of its pairs.</summary>
    public static bool AreElementsLoopback(StringValues headers) => AreAll(headers, IsElementLoopback);

    private static bool AreAll(StringValues headers, Predicate<string> isLoopback) =>
        headers.Count > 0 && headers.All(header => Split(header ?? "", ',').TrueForAll(isLoopback));

    private static bool IsElementLoopback(string element)
    {
        var pairs = Split(element, ';').ConvertAll(pair => pair.Split('=', 2));

        return pairs.Exists(pair => Is(pair[0], "for")) && pairs.TrueForAll(pair => pair.Length == 2 && (
            Is(pair[0], "proto") || (Is(pair[0], "for") || Is(pair[0], "by") || Is(pair[0], "host")) && IsLoopback(pair[1])));
    }

    private static bool IsLoopback(string entry)
    {
        var host = entry is ['"', .., '"'] ? entry[1..^1] : entry;

        // An address with several colons and no brackets has no port.
        return LoopbackOnly.IsHost(new HostString(host.AsSpan().Count(':') > 1 && host[0] != '[' ? $"[{host}]" : host));
    }

    /// <summary>Splits at a sign that stands in no quoted string, and takes off the white space around what is between.</summary>
    private static List<string> Split(string text, char sign)
    {
        List<string> parts = [];
        var (start, isQuoted) = (0, false);
        for (var i = 0; i < text.Length; i++)
        {
            isQuoted ^= text[i] == '"';
            if (text[i] == sign && !isQuoted)
            {
                parts.Add(text[start..i].Trim());
                start = i + 1;
            }
        }

        return [.. parts, text[start..].Trim()];
    }

    private static bool Is(string name, string other) => string.Equals(name.Trim(), other, StringComparison.OrdinalIgnoreCase);
}
