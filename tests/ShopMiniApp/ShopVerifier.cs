using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace ShopMiniApp.AspNetCore;

/// <summary>The shop's rule: <c>sign</c> is HMAC-SHA256 of all that stands before it, in hex, under one of the shop's secrets.</summary>
public sealed class ShopVerifier(ShopMiniAppOptions options)
{
    private const string SignMark = "&sign=";

    public ShopFailure Verify(string token, out ShopLaunch? launch)
    {
        launch = null;
        var end = token.LastIndexOf(SignMark, StringComparison.Ordinal);
        if (token.Length > options.MaxTokenLength || end < 0 || Read(token[..end]) is not { } read)
        {
            return ShopFailure.Malformed;
        }

        // The signature comes before the clock: what an unsigned launch says about time means nothing.
        var sign = Encoding.UTF8.GetBytes(token[(end + SignMark.Length)..]);
        if (!options.Secrets.Any(secret => CryptographicOperations.FixedTimeEquals(sign, Signature(token[..end], secret))))
        {
            return ShopFailure.InvalidSignature;
        }

        var age = (options.TimeProvider ?? TimeProvider.System).GetUtcNow() - read.Time;
        if (age > options.Lifetime || age < -options.ClockSkew)
        {
            return age > options.Lifetime ? ShopFailure.Expired : ShopFailure.NotYetValid;
        }

        launch = read.UserId > 0 ? read with { Sign = token[(end + SignMark.Length)..] } : null;
        return launch is null ? ShopFailure.NoUser : ShopFailure.None;
    }

    private static ShopLaunch? Read(string fields)
    {
        var query = QueryHelpers.ParseQuery(fields);
        return Number("user") is { } user && Number("shop") is > 0 and var shop && Number("time") is { } time and < 100_000_000_000
            ? new ShopLaunch(user, shop, DateTimeOffset.FromUnixTimeSeconds(time))
            : null;

        long? Number(string name) => query.TryGetValue(name, out var texts)
            && long.TryParse(texts, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static byte[] Signature(string fields, string secret)
    {
        var code = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(fields));
        return Encoding.UTF8.GetBytes(Convert.ToHexStringLower(code));
    }
}
