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

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var received = new MessageReceivedContext(Context, Scheme, Options);
        await Events.MessageReceived(received);
        if (received.Result is not null)
        {
            return received.Result;
        }

        var token = received.Token ?? Options.TokenRetriever(Request);
        if (token is null || JwtShape.Matches(token))
        {
            return AuthenticateResult.NoResult();
        }

        var answer = Options.Verifier.Verify(token);
        return answer.Succeeded ? await AcceptAsync(answer.LaunchParams) : await RefuseAsync(answer.Failure);
    }

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

    private async Task<AuthenticateResult> AcceptAsync(VkLaunchParams launchParams)
    {
        Log.LaunchAccepted(Logger, Scheme.Name);

        var validated = new TokenValidatedContext(Context, Scheme, Options, launchParams)
        {
            Principal = new(new VkClaimsIdentity(launchParams, Scheme.Name, ClaimsIssuer)),
        };

        await Events.TokenValidated(validated);
        if (validated.Result is null)
        {
            validated.Success();
        }

        return validated.Result!;
    }

    private async Task<AuthenticateResult> RefuseAsync(VkLaunchFailure failure)
    {
        Log.LaunchRefused(Logger, Scheme.Name, failure);

        var refusal = Refusal.Of(failure);
        var failed = new AuthenticationFailedContext(Context, Scheme, Options, (VkLaunchException)refusal.Failure!);
        await Events.AuthenticationFailed(failed);

        return failed.Result ?? refusal;
    }
}
