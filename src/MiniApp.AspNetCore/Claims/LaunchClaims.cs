using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;

namespace MiniApp.AspNetCore;

/// <summary>
/// What one platform said about a user: the claims that it made, in one identity. A claim of the same type from anybody else does not
/// count, and the claims of two launches are never combined. A session that was issued after a launch keeps those that last.
/// </summary>
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "Claims are read, not compared.")]
public readonly struct LaunchClaims
{
    private readonly ClaimsIdentity _identity;
    private readonly string? _issuer;

    /// <param name="identity">The identity.</param>
    /// <param name="issuer">The platform: the claims' original issuer. Without one, no claim counts.</param>
    internal LaunchClaims(ClaimsIdentity identity, string? issuer) => (_identity, _issuer) = (identity, issuer);

    /// <summary>The value of a claim; <see langword="null"/> where the platform made none of this type.</summary>
    /// <param name="type">The claim's type, compared ordinally.</param>
    public string? this[string type]
    {
        get
        {
            foreach (var claim in _identity.Claims)
            {
                if (claim.Type == type && claim.OriginalIssuer == _issuer)
                {
                    return claim.Value;
                }
            }

            return null;
        }
    }

    /// <summary>The number in a claim; <see langword="null"/> where there is no such claim, or it holds anything but decimal digits.</summary>
    /// <param name="type">The claim's type.</param>
    public long? Number(string type) => MiniAppClaimsPrincipalExtensions.ReadNumber(this[type]);

    /// <summary>Whether a claim holds one of these texts, compared ordinally.</summary>
    /// <param name="type">The claim's type.</param>
    /// <param name="values">The texts.</param>
    public bool IsOneOf(string type, IEnumerable<string> values) => this[type] is { } value && values.Contains(value, StringComparer.Ordinal);

    /// <summary>Whether a claim holds one of these numbers.</summary>
    /// <param name="type">The claim's type.</param>
    /// <param name="values">The numbers.</param>
    public bool IsOneOf(string type, IEnumerable<long> values) => Number(type) is { } number && values.Contains(number);
}
