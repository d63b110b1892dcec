using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace MiniApp.AspNetCore;

/// <summary>
/// The launch in the query of a page's own address. VK alone puts it there; Telegram and MAX open a page with a fragment, which no browser
/// sends. Nothing is verified.
/// </summary>
internal static class PageAddress
{
    /// <summary>What the names of all parameters begin with that VK signs. None of them is an application's own.</summary>
    private const string SignedPrefix = "vk_";

    private const string Signature = "sign";

    /// <summary>
    /// Whether there is a launch, or a part of one. A signature alone is none: <c>sign</c> may be a word of the application's own.
    /// </summary>
    public static bool HasLaunch(QueryString query)
    {
        if (!query.HasValue)
        {
            return false;
        }

        foreach (var parameter in new QueryStringEnumerable(query.Value))
        {
            if (IsSigned(parameter.DecodeName().Span))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The query without the launch. What is the application's own stays as it is spelled, but for what no header can have: servers let control
    /// characters through in an address, and throw on them in an answer.
    /// </summary>
    public static string WithoutLaunch(QueryString query)
    {
        var rest = new StringBuilder();
        foreach (var parameter in new QueryStringEnumerable(query.Value))
        {
            var name = parameter.DecodeName().Span;
            if (!IsSigned(name) && !name.SequenceEqual(Signature))
            {
                rest.Append(rest.Length == 0 ? '?' : '&').Append(parameter.EncodedName);
                if (!parameter.EncodedValue.IsEmpty)
                {
                    rest.Append('=').Append(parameter.EncodedValue);
                }
            }
        }

        return Encode(rest.ToString());
    }

    private static string Encode(string query)
    {
        if (!query.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            return query;
        }

        var encoded = new StringBuilder();
        foreach (var rune in query.EnumerateRunes())
        {
            encoded.Append(rune.Value is >= '!' and <= '~' ? rune.ToString() : Uri.EscapeDataString(rune.ToString()));
        }

        return encoded.ToString();
    }

    private static bool IsSigned(ReadOnlySpan<char> name) => name.StartsWith(SignedPrefix, StringComparison.Ordinal);
}
