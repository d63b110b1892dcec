using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace MiniApp.AspNetCore;

/// <summary>
/// Ties a hub's connection to the launch that was used to negotiate it. SignalR lets whoever has a connection's token connect as anybody:
/// a thief would negotiate with a launch of his own, and connect with a stolen one. So the token that the client is given ends with a seal
/// of both, and SignalR is given its own token back.
/// </summary>
internal static class NegotiatedConnection
{
    /// <summary>Where a client sends the token, and SignalR looks for it.</summary>
    private const string Parameter = "id";

    /// <summary>What the token is called in the answer to a negotiation. Clients from before SignalR 5 are given none, and are asked anew.</summary>
    private const string Token = "connectionToken";

    /// <summary>No token of SignalR's has one, which are base64url.</summary>
    private const char Separator = '.';

    // A connection lives in the process that negotiated it, and dies with it.
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(HMACSHA256.HashSizeInBytes);

    /// <summary>Negotiates for a user whose launch was used, and seals the token in the answer.</summary>
    public static async Task NegotiateAsync(HttpContext context, RequestDelegate negotiate)
    {
        var body = context.Response.Body;
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        try
        {
            await negotiate(context);
            await context.Response.BodyWriter.FlushAsync();
        }
        finally
        {
            context.Response.Body = body;
        }

        var told = Seal(answer.ToArray(), context);
        if (told.Length > 0)
        {
            context.Response.ContentLength = told.Length;
            await body.WriteAsync(told);
        }
    }

    /// <summary>Whether the request is of a connection that was negotiated with the launch of its user. The seal is taken off its token.</summary>
    public static bool TryConnect(HttpContext context)
    {
        if (((string?)context.Request.Query[Parameter])?.Split(Separator) is not [var token, var seal])
        {
            return false;
        }

        context.Request.Query = new QueryCollection(
            context.Request.Query.Where(parameter => !parameter.Key.Equals(Parameter, StringComparison.OrdinalIgnoreCase))
                .Append(KeyValuePair.Create(Parameter, new StringValues(token)))
                .ToDictionary(StringComparer.OrdinalIgnoreCase));
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(seal), Encoding.ASCII.GetBytes(MakeSeal(token, context.User)));
    }

    private static byte[] Seal(byte[] answer, HttpContext context)
    {
        if (context.Response.StatusCode == StatusCodes.Status200OK
            && answer is [(byte)'{', ..]
            && JsonNode.Parse(answer) is JsonObject told
            && (string?)told[Token] is { } token)
        {
            told[Token] = token + Separator + MakeSeal(token, context.User);
            return Encoding.UTF8.GetBytes(told.ToJsonString());
        }

        return answer;
    }

    private static string MakeSeal(string token, ClaimsPrincipal user)
    {
        var text = new StringBuilder(token);
        foreach (var identity in user.Identities.OfType<ILaunchIdentity>())
        {
            text.Append(Separator).Append(identity.Launch.LaunchId);
        }

        return WebEncoders.Base64UrlEncode(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(text.ToString())));
    }
}
