using System.Globalization;
using System.Security.Claims;

namespace MiniApp.AspNetCore;

/// <summary>
/// What a platform said of a user: the claims that it made, in one identity. A claim of the same name from anybody else counts for
/// nothing, and neither does what two launches say together. A session that was issued after a launch keeps these claims.
/// </summary>
internal readonly struct LaunchClaims(ClaimsIdentity identity, string platform)
{
    public string? this[string type]
    {
        get
        {
            foreach (var claim in identity.Claims)
            {
                if (claim.Type == type && claim.OriginalIssuer == platform)
                {
                    return claim.Value;
                }
            }

            return null;
        }
    }

    public long? Number(string type) =>
        long.TryParse(this[type], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public bool IsOneOf(string type, IReadOnlyCollection<string> values) => this[type] is { } value && values.Contains(value, StringComparer.Ordinal);

    public bool IsOneOf(string type, IReadOnlyCollection<long> values) => Number(type) is { } number && values.Contains(number);
}
