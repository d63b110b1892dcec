using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace MiniApp.AspNetCore;

/// <summary>Takes the token from the request, has the platform verify it, and answers for the user it makes of it.</summary>
/// <typeparam name="TOptions">The platform's options.</typeparam>
internal abstract class MiniAppHandler<TOptions>(
    IOptionsMonitor<TOptions> options, ILoggerFactory logger, UrlEncoder encoder, LaunchMetrics metrics)
    : AuthenticationHandler<TOptions>(options, logger, encoder)
    where TOptions : MiniAppOptions, new()
{
    private new MiniAppEvents Events => (MiniAppEvents)base.Events!;

    /// <summary>Verifies a token: makes its user, or gives the result that refuses it.</summary>
    protected abstract bool TryVerify(
        ReadOnlySpan<char> token, [NotNullWhen(true)] out ClaimsIdentity? user, [NotNullWhen(false)] out AuthenticateResult? refusal);

    /// <summary>What is measured of a launch whose user <see cref="TryVerify"/> has made.</summary>
    protected abstract LaunchFacts Describe(ClaimsIdentity user);

    /// <summary>Whether a token is none: the page has no credentials and says so.</summary>
    protected virtual bool IsAbsent(ReadOnlySpan<char> token) => false;

    protected override Task<object> CreateEventsAsync() => Task.FromResult<object>(new MiniAppEvents());

    // Most applications listen to none of the events; then no context is made for them and nothing is awaited.
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() =>
        Events.IsSilent ? Task.FromResult(Authenticate(received: null)) : AuthenticateWithEventsAsync();

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var result = await HandleAuthenticateOnceSafeAsync();
        var challenge = new MiniAppChallengeContext(Context, Scheme, Options, properties, result.Failure);

        await Events.Challenge(challenge);
        if (challenge.Handled)
        {
            return;
        }

        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.Append(HeaderNames.WWWAuthenticate, BearerChallenge.Format(Options.HeaderWords[0], Options.Realm, challenge));
        AnnounceProblem(challenge.Error, challenge.ErrorDescription);
    }

    protected override async Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        await Events.Forbidden(new ForbiddenContext(Context, Scheme, Options));
        AnnounceProblem();
    }

    private void AnnounceProblem(string? error = null, string? detail = null)
    {
        if (Options.WriteProblemDetails)
        {
            AnnouncedProblem.Announce(Context.Features, error, detail);
        }
    }

    private AuthenticateResult Authenticate(string? received)
    {
        if (!TryRetrieveToken(received, out var token) || IsAbsent(token))
        {
            return AuthenticateResult.NoResult();
        }

        if (TryVerify(token, out var user, out var refusal))
        {
            ReportAccepted(user);
            return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(user), Scheme.Name));
        }

        if (TokenShape.IsJsonWebToken(token))
        {
            return AuthenticateResult.NoResult();
        }

        ReportRefused((MiniAppException)refusal.Failure!);
        return refusal;
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

        if (result.Failure is MiniAppException refusal)
        {
            var failed = new AuthenticationFailedContext(Context, Scheme, Options, refusal);
            await Events.AuthenticationFailed(failed);
            return failed.Result ?? result;
        }

        if (result.Principal is { } principal)
        {
            var validated = new TokenValidatedContext(Context, Scheme, Options) { Principal = principal };
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
            return AuthorizationHeader.TryRead(Request, Options.HeaderWords, out token);
        }

        var retrieved = received ?? Options.TokenRetriever!(Request);
        token = retrieved;
        return retrieved is not null;
    }

    private void ReportAccepted(ClaimsIdentity user)
    {
        Log.LaunchAccepted(Logger, Scheme.Name);

        if (metrics.IsEnabled)
        {
            var launch = Describe(user);
            metrics.Record(launch, TimeProvider.GetUtcNow() - launch.Time);
        }

        if (LaunchTrace.Find(Context.Features) is { } activity)
        {
            LaunchTrace.Accepted(activity, Describe(user), Options.IncludeUserIdInTraces ? user : null);
        }
    }

    private void ReportRefused(MiniAppException refusal)
    {
        Log.LaunchRefused(Logger, Scheme.Name, refusal.Failure);

        if (LaunchTrace.Find(Context.Features) is { } activity)
        {
            LaunchTrace.Refused(activity, refusal.Failure);
        }
    }
}
