using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MiniApp.AspNetCore;

namespace ShopMiniApp.AspNetCore;

/// <summary>Verifies the shop's launches and makes claims of what it signed.</summary>
public sealed class ShopMiniAppHandler(IOptionsMonitor<ShopMiniAppOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : MiniAppHandler<ShopMiniAppOptions, ShopLaunch>(options, logger, encoder)
{
    private static readonly MiniAppFailures<ShopFailure> Failures = new(failure => failure switch
    {
        ShopFailure.InvalidSignature => new MiniAppInvalidSignatureException(failure, "The signature of the launch is invalid"),
        ShopFailure.Expired => new MiniAppExpiredException(failure, "The launch has expired"),
        ShopFailure.NotYetValid => new MiniAppNotYetValidException(failure, "The launch is dated in the future"),
        ShopFailure.NoUser => new MiniAppNoUserException(failure, "The launch names no user"),
        _ => new MiniAppMalformedException(failure, "The launch is malformed"),
    });

    protected override bool TryVerify(
        ReadOnlySpan<char> token, [NotNullWhen(true)] out ShopLaunch? launch, [NotNullWhen(false)] out MiniAppException? failure)
    {
        var reason = Options.Verifier.Verify(token.ToString(), out launch);
        failure = launch is null ? Failures[reason] : null;
        return launch is not null;
    }

    protected override void AddClaims(MiniAppIdentity<ShopLaunch> user)
    {
        user.Add(ClaimTypes.NameIdentifier, $"shop:{user.Launch.UserId}");
        user.Add(ShopClaimTypes.UserId, user.Launch.UserId);
        user.Add(ShopClaimTypes.ShopId, user.Launch.ShopId);
        user.Add(ShopClaimTypes.Time, user.Launch.Time.ToUnixTimeSeconds());
    }

    protected override LaunchFacts Describe(ShopLaunch launch) => new("shop", Client: null);
}
