using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace VkMiniApp.AspNetCore;

/// <summary>Takes the token from the request, has it verified, and makes the user of it.</summary>
internal sealed class VkMiniAppHandler(IOptionsMonitor<VkMiniAppOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<VkMiniAppOptions>(options, logger, encoder)
{
    private new VkMiniAppEvents Events => (VkMiniAppEvents)base.Events!;

    protected override Task<object> CreateEventsAsync() => Task.FromResult<object>(new VkMiniAppEvents());

    // Most applications listen to none of the events; then no context is made for them and nothing is awaited.
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() =>
        Events.IsSilent ? Task.FromResult(Authenticate(received: null)) : AuthenticateWithEventsAsync();

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var result = await HandleAuthenticateOnceSafeAsync();
        var challenge = new VkMiniAppChallengeContext(Context, Scheme, Options, properties, result.Failure);

        await Events.Challenge(challenge);
        if (challenge.Handled)
        {
            return;
        }

        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.Append(HeaderNames.WWWAuthenticate, BearerChallenge.Format(challenge));
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Events.Forbidden(new ForbiddenContext(Context, Scheme, Options));
    }

    private AuthenticateResult Authenticate(string? received)
    {
        if (!TryRetrieveToken(received, out var token))
        {
            return AuthenticateResult.NoResult();
        }

        var answer = Options.Verifier.Verify(token);
        if (!answer.Succeeded)
        {
            if (answer.Failure == VkLaunchFailure.Malformed && JwtShape.Matches(token))
            {
                return AuthenticateResult.NoResult();
            }

            Log.LaunchRefused(Logger, Scheme.Name, answer.Failure);
            return Refusal.Of(answer.Failure);
        }

        Log.LaunchAccepted(Logger, Scheme.Name);
        var identity = new VkClaimsIdentity(answer.LaunchParams, Scheme.Name, ClaimsIssuer);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }

    private async Task<AuthenticateResult> AuthenticateWithEventsAsync()
    {
        var received = new MessageReceivedContext(Context, Scheme, Options);
        await Events.MessageReceived(received);
        if (received.Result is not null)
        {
            return received.Result;
        }

        var result = Authenticate(received.Token);

        if (result.Failure is VkLaunchException refusal)
        {
            var failed = new AuthenticationFailedContext(Context, Scheme, Options, refusal);
            await Events.AuthenticationFailed(failed);
            return failed.Result ?? result;
        }

        if (result.Principal?.GetVkLaunchParams() is { } launchParams)
        {
            var validated = new TokenValidatedContext(Context, Scheme, Options, launchParams)
            {
                Principal = result.Principal,
            };
            await Events.TokenValidated(validated);
            if (validated.Result is null)
            {
                validated.Success();
            }

            return validated.Result!;
        }

        return result;
    }

    private bool TryRetrieveToken(string? received, out ReadOnlySpan<char> token)
    {
        if (received is null && Options.TokenRetriever is null)
        {
            return AuthorizationHeader.TryRead(Request, out token);
        }

        var retrieved = received ?? Options.TokenRetriever!(Request);
        token = retrieved;
        return retrieved is not null;
    }
}
