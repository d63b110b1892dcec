using Microsoft.AspNetCore.Http;

namespace MiniApp.Tool.Serving;

/// <summary>
/// Headers of a request that look like ours. Only the proxy may add them behind this server, so whoever sends one pretends to be somebody;
/// and one that the proxy neither replaces nor drops would be believed by the back end.
/// </summary>
internal static class ForeignHeaders
{
    private const string Mark = "MiniApp";

    /// <summary>
    /// Whether a request has one. Many back ends take an underscore for a hyphen, and some any character that a variable's name can't have:
    /// <c>X_MiniApp_Subject</c> counts as well.
    /// </summary>
    public static bool AreIn(IHeaderDictionary headers)
    {
        foreach (var (name, _) in headers)
        {
            if (IsOne(name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOne(ReadOnlySpan<char> name) =>
        name.Length >= ClaimHeader.Prefix.Length
        && (name[0] is 'X' or 'x')
        && !char.IsAsciiLetterOrDigit(name[1])
        && name.Slice(2, Mark.Length).Equals(Mark, StringComparison.OrdinalIgnoreCase)
        && !char.IsAsciiLetterOrDigit(name[2 + Mark.Length]);
}
