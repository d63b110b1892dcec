using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore;

/// <summary>
/// Takes the token from the request, has the platform verify it, and makes the user from its launch. A platform derives its own handler
/// from it and writes three members: how a token is verified, which claims a launch makes, and what is measured of it.
/// </summary>
/// <typeparam name="TOptions">The platform's options.</typeparam>
/// <typeparam name="TLaunch">What the platform tells of a launch.</typeparam>
/// <param name="options">The schemes' options.</param>
/// <param name="logger">Makes the handler's log.</param>
/// <param name="encoder">The encoder that every handler of the framework is given.</param>
public abstract class MiniAppHandler<TOptions, TLaunch>(IOptionsMonitor<TOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<TOptions>(options, logger, encoder)
    where TOptions : MiniAppOptions, new()
    where TLaunch : class, IMiniAppLaunch
{
    /// <summary>The type of the claim that is the name of a user's identity.</summary>
    /// <value><see cref="ClaimTypes.NameIdentifier"/>.</value>
    protected virtual string NameClaimType => ClaimTypes.NameIdentifier;

    private new MiniAppEvents Events => (MiniAppEvents)base.Events!;

    /// <summary>Verifies a token. It never throws on what a client sends.</summary>
    /// <param name="token">The token, which may be anything, and longer than <see cref="MiniAppOptions.MaxTokenLength"/>.</param>
    /// <param name="launch">The launch, where the token is good.</param>
    /// <param name="failure">Why the token is refused, out of <see cref="MiniAppFailures{TFailure}"/>.</param>
    /// <returns>Whether the token is good.</returns>
    protected abstract bool TryVerify(
        ReadOnlySpan<char> token, [NotNullWhen(true)] out TLaunch? launch, [NotNullWhen(false)] out MiniAppException? failure);

    /// <summary>
    /// Makes claims of what the platform signed. One of them is <see cref="ClaimTypes.NameIdentifier"/>, with a prefix that keeps user 1 of
    /// one platform from being taken for user 1 of another. Of the platforms here, VK's alone has none: it is the bare number.
    /// </summary>
    /// <param name="user">The user, with the launch and without a claim.</param>
    protected abstract void AddClaims(MiniAppIdentity<TLaunch> user);

    /// <summary>
    /// When the platform signed a token that is refused for its time, so that the log can say how old it is. It is asked only where that is
    /// logged.
    /// </summary>
    /// <param name="token">The token, whose signature is right.</param>
    /// <returns><see langword="null"/>, unless a platform knows better: the log has no age then.</returns>
    protected virtual DateTimeOffset? ReadTime(ReadOnlySpan<char> token) => null;

    /// <summary>What is measured and traced of a launch. It is asked only where somebody wants to know.</summary>
    /// <param name="launch">The verified launch.</param>
    protected abstract LaunchFacts Describe(TLaunch launch);

    /// <summary>Whether a token says that the page has none. Such a request has no credentials, rather than bad ones.</summary>
    /// <param name="token">The token, as it was found in the request.</param>
    /// <returns><see langword="false"/>, unless a platform overrides it.</returns>
    protected virtual bool IsAbsent(ReadOnlySpan<char> token) => false;

    /// <inheritdoc/>
    protected sealed override Task<object> CreateEventsAsync() => Task.FromResult<object>(new MiniAppEvents());

    /// <inheritdoc/>
    // Most applications listen to none of the events; then no context is made for them and nothing is awaited.
    protected sealed override Task<AuthenticateResult> HandleAuthenticateAsync() =>
        Events.IsSilent ? Task.FromResult(Authenticate(received: null)) : AuthenticateWithEventsAsync();

    /// <inheritdoc/>
    protected sealed override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var result = await HandleAuthenticateOnceSafeAsync();
        var cause = Context.Features.Get<ChallengeCause>();
        var failure = cause is null ? result.Failure : cause.Failure;
        if (result.None)
        {
            ReportMissing();
        }

        await ChallengeAsync(new MiniAppChallengeContext(Context, Scheme, Options, properties)
        {
            AuthenticateFailure = failure,
            Error = cause?.Error ?? (failure is null or MiniAppUnavailableException ? null : "invalid_token"),
            ErrorDescription = cause?.Description ?? (IsTold(failure) ? failure?.Message : null),
            Reason = cause?.Reason ?? RefusalReason.Of(failure),
        });
    }

    /// <inheritdoc/>
    protected sealed override async Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var denial = Denial.Find(Context);
        if (denial?.FindMaxAge(Options.OriginalIssuer) is { } maxAge)
        {
            await ChallengeAsync(new MiniAppChallengeContext(Context, Scheme, Options, properties)
            {
                Error = "insufficient_user_authentication",
                ErrorDescription = "A more recent launch is required",
                Reason = ChallengeReasons.Stale,
                MaxAge = maxAge,
            });
            return;
        }

        if (Response.HasStarted)
        {
            return;
        }

        Response.StatusCode = StatusCodes.Status403Forbidden;
        await Events.Forbidden(new ForbiddenContext(Context, Scheme, Options));
        ChallengeAnswer.Announce(new AnnouncedProblem(Detail: Options.IncludeErrorDetails ? denial?.LackOfLaunch : null), Context, Options);
    }

    // Of several schemes in a policy, another one's event may have written the answer, to which nothing can be added.
    private async Task ChallengeAsync(MiniAppChallengeContext challenge)
    {
        if (Response.HasStarted)
        {
            return;
        }

        await Events.Challenge(challenge);
        if (!challenge.Handled && !Response.HasStarted)
        {
            ChallengeAnswer.Write(challenge);
        }
    }

    /// <summary>Only what a client can act on is told; a platform's other reasons by option; the application's own never.</summary>
    private bool IsTold(Exception? failure) => RefusalReason.Of(failure) is not null
        || failure is MiniAppUnavailableException
        || (Options.IncludeErrorDetails && failure is MiniAppException);

    private AuthenticateResult Authenticate(string? received)
    {
        if (!TryRetrieveToken(received, out var token) || IsAbsent(token))
        {
            if (Options.ExplainsRefusals)
            {
                OpenEndpoint.WatchUnsigned(Context, Logger);
            }

            return AuthenticateResult.NoResult();
        }

        if (TryVerify(token, out var launch, out var failure) && (failure = Options.Revocations?.Judge(launch)) is null)
        {
            var user = new MiniAppIdentity<TLaunch>(launch, Scheme.Name, NameClaimType, ClaimsIssuer, Options.OriginalIssuer);
            AddClaims(user);
            ReportAccepted(user);
            return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(user), DescribeTicket(launch), Scheme.Name));
        }

        if (launch is null && AuthorizationHeader.IsOfAnotherScheme(token))
        {
            return AuthenticateResult.NoResult();
        }

        failure = Options.Revocations?.Explain(failure, Context) ?? failure;
        ReportRefused(token, failure);
        return failure.Result;
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

        if (result.Failure is MiniAppException failure)
        {
            var failed = new AuthenticationFailedContext(Context, Scheme, Options, failure);
            await Events.AuthenticationFailed(failed);
            return failed.Result ?? result;
        }

        if (result.Principal is { } principal)
        {
            var validated = new TokenValidatedContext(Context, Scheme, Options) { Principal = principal, Properties = result.Properties! };
            await Events.TokenValidated(validated);
            if (validated.Result is null)
            {
                validated.Success();
            }

            return validated.Result!;
        }

        return result;
    }

    private AuthenticationProperties? DescribeTicket(TLaunch launch) =>
        Options.IncludeExpiration ? new() { ExpiresUtc = Options.FindEnd(launch.Time) } : null;

    private bool TryRetrieveToken(string? received, out ReadOnlySpan<char> token)
    {
        if (received is null)
        {
            return Options.TryRetrieveToken(Request, out token);
        }

        token = received;
        return true;
    }

    private void ReportAccepted(MiniAppIdentity<TLaunch> user)
    {
        Log.LaunchAccepted(Logger, Scheme.Name);

        if (Options.Metrics is { IsEnabled: true } metrics)
        {
            metrics.Record(Describe(user.Launch), user.Launch.App?.Id, TimeProvider.GetUtcNow() - user.Launch.Time);
        }

        if (LaunchTrace.Find(Context.Features) is { } activity)
        {
            LaunchTrace.Accepted(activity, Describe(user.Launch), user.Launch.App?.Id, Options.IncludeUserIdInTraces ? user : null);
        }
    }

    private void ReportRefused(ReadOnlySpan<char> token, MiniAppException failure)
    {
        if (Logger.IsEnabled(LogLevel.Information))
        {
            var time = failure is MiniAppExpiredException or MiniAppNotYetValidException ? ReadTime(token) : null;
            var age = TimeProvider.GetUtcNow().ToUnixTimeSeconds() - time?.ToUnixTimeSeconds();
            var hint = Options.ExplainsRefusals ? PageMistakes.FindInRefused(Context, token, failure, Options) : null;
            RefusalLog.Write(Logger, Scheme.Name, failure.Failure, age, hint);
            if (Options.ExplainsRefusals)
            {
                OpenEndpoint.WatchRefused(Context, Logger, Scheme.Name);
            }
        }

        if (LaunchTrace.Find(Context.Features) is { } activity)
        {
            LaunchTrace.Refused(activity, failure.Failure);
        }
    }

    /// <summary>Says why there may be no token, where none of the request's schemes found one to refuse.</summary>
    private void ReportMissing()
    {
        if (Options.ExplainsRefusals && PageMistakes.FindInRequest(Request, Options) is { } hint)
        {
            Log.LaunchNotFound(Logger, Scheme.Name, hint);
        }
    }
}
