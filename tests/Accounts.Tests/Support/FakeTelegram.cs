using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Accounts.Tests;

/// <summary>Stands in for <c>oauth.telegram.org</c>: discovery, keys, and tokens that are really signed.</summary>
internal sealed class FakeTelegram : FakeProvider
{
    public const string ClientId = "51000001";
    public const string ClientSecret = "secret:of/the+client";
    public const string Issuer = "https://oauth.telegram.org";

    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "oidc-1" };

    /// <summary>What the next token says, beside what every token says.</summary>
    public Dictionary<string, object> Claims { get; } = new(StringComparer.Ordinal) { ["sub"] = "opaque-9000", ["id"] = 7L, ["name"] = "Ada" };

    /// <summary>What is wrong with the next token, if anything.</summary>
    public Action<SecurityTokenDescriptor> Spoil { get; set; } = _ => { };

    /// <summary>What stands in the place of the next token's signature, if it is not its own.</summary>
    public string? Signature { get; set; }

    public static async Task<FakeTelegram> StartNewAsync()
    {
        var telegram = new FakeTelegram();
        await telegram.StartAsync();
        return telegram;
    }

    public static RsaSecurityKey AnotherKey() => new(RSA.Create(2048)) { KeyId = "oidc-1" };

    protected override void Map(WebApplication app)
    {
        app.MapGet("/.well-known/openid-configuration", () => new
        {
            issuer = Issuer,
            authorization_endpoint = Issuer + "/auth",
            token_endpoint = Issuer + "/token",
            jwks_uri = Issuer + "/.well-known/jwks.json",
            response_types_supported = new[] { "code" },
            subject_types_supported = new[] { "public" },
            id_token_signing_alg_values_supported = new[] { "RS256" },
        });
        app.MapGet("/.well-known/jwks.json", () =>
        {
            var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(_key.Rsa.ExportParameters(false)) { KeyId = _key.KeyId });
            return new { keys = new[] { new { kty = key.Kty, kid = key.Kid, n = key.N, e = key.E, use = "sig", alg = "RS256" } } };
        });
        app.MapPost("/token", async (HttpRequest request) =>
        {
            var isGood = await IsGoodAsync(request);
            return !isGood ? Results.BadRequest(new { error = "invalid_grant" })
                : Authorization != "Basic " + Convert.ToBase64String("51000001:secret%3Aof%2Fthe%2Bclient"u8) || Exchanged.ContainsKey("client_secret")
                    ? Results.BadRequest(new { error = "invalid_client" })
                : Results.Ok(new { access_token = "access", token_type = "Bearer", expires_in = 3600, id_token = CreateToken() });
        });
    }

    private string CreateToken()
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var token = new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = ClientId,
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddHours(1),
            Claims = Claims,
            SigningCredentials = new(_key, SecurityAlgorithms.RsaSha256),
        };
        Spoil(token);
        var text = new JsonWebTokenHandler().CreateToken(token);
        return Signature is null ? text : text[..(text.LastIndexOf('.') + 1)] + Signature;
    }
}
