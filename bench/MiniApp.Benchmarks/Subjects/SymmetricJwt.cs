using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace VkMiniApp.Benchmarks;

/// <summary>What a back end of its own might issue after a launch: a JSON Web Token under a shared key, as small as it gets.</summary>
internal static class SymmetricJwt
{
    private const string Issuer = "bench";

    private static readonly SymmetricSecurityKey Key = new(Encoding.UTF8.GetBytes("a key that is long enough for HS256"));

    public static TokenValidationParameters Validation { get; } = new() { ValidIssuer = Issuer, ValidAudience = Issuer, IssuerSigningKey = Key };

    public static string Create(IReadOnlyDictionary<string, string> claims) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = Issuer,
        Expires = TimeProvider.System.GetUtcNow().AddDays(30).UtcDateTime,
        Claims = claims.ToDictionary(claim => claim.Key, claim => (object)claim.Value, StringComparer.Ordinal),
        SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.HmacSha256),
    });
}
