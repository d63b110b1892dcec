using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace VkMiniApp.AspNetCore.Tests;

/// <summary>What stands for JwtBearer: a scheme for JSON Web Tokens under HS256, as far as its neighbours can see it.</summary>
internal sealed class JsonWebTokenHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private static readonly byte[] Key = "the key of the tests' json web tokens"u8.ToArray();

    public static string Token(string subject)
    {
        var claims = JsonSerializer.SerializeToUtf8Bytes(new { sub = subject });
        var signed = $"{Encode("""{"alg":"HS256","typ":"JWT"}"""u8)}.{Encode(claims)}";
        return $"{signed}.{Sign(signed)}";
    }

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        var hasToken = header.StartsWith("Bearer ", StringComparison.Ordinal);
        return Task.FromResult(hasToken ? Authenticate(header[7..]) : AuthenticateResult.NoResult());
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => AnswerAsync(401, "Bearer realm=\"jwt\"");

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        AnswerAsync(403, "Bearer error=\"insufficient_scope\"");

    private static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    private static string Sign(string text) => Encode(HMACSHA256.HashData(Key, Encoding.ASCII.GetBytes(text)));

    private AuthenticateResult Authenticate(string token)
    {
        if (token.Split('.') is not [var head, var claims, var signature] || Sign($"{head}.{claims}") != signature)
        {
            return AuthenticateResult.Fail("no JSON Web Token");
        }

        using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(claims));
        var subject = new Claim(ClaimTypes.NameIdentifier, payload.RootElement.GetProperty("sub").GetString()!);
        return AuthenticateResult.Success(new AuthenticationTicket(new(new ClaimsIdentity([subject], Scheme.Name)), Scheme.Name));
    }

    private Task AnswerAsync(int status, string challenge)
    {
        Response.StatusCode = status;
        Response.Headers.WWWAuthenticate = challenge;
        return Task.CompletedTask;
    }
}
