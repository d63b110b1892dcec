using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using MiniApp;

namespace VkMiniApp;

/// <summary>
/// Tells whether launch parameters were signed by VK for one of our apps, and how long ago
/// (<see href="https://dev.vk.ru/mini-apps/development/launch-params-sign">the rule</see>). Safe for use by any number of threads at
/// once. Nothing that is passed in as a token makes it throw.
/// </summary>
/// <remarks>
/// A token is the query of the page's address as the page has it: bare, behind a question mark, or inside the whole address, plain or
/// in base64 or base64url, with or without padding. How VK writes a space and a tilde in what it signs is not settled, so a query with one
/// of them costs up to two HMACs for each of the app's keys, and one with both up to four.
/// </remarks>
public sealed class VkLaunchParamsVerifier
{
    private readonly FrozenDictionary<long, AppSignature> _apps;
    private readonly ValidityWindow _validity;
    private readonly LaunchQueryLimits _limits;
    private readonly bool _allowOdnoklassniki;

    /// <summary>A verifier for one app, with the defaults of <see cref="VkLaunchParamsVerifierOptions"/>.</summary>
    /// <param name="appId">The app's id, above 0.</param>
    /// <param name="secrets">The app's protected key; while it is being changed, the new one and the old one.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="appId"/> is not above 0.</exception>
    /// <exception cref="ArgumentException">There is no secret, or one is empty or white space. The message holds none of them.</exception>
    public VkLaunchParamsVerifier(long appId, params string[] secrets)
        : this(new VkLaunchParamsVerifierOptions().AddApp(appId, secrets))
    {
    }

    /// <summary>A verifier for one app or for several.</summary>
    /// <param name="options">The apps and the rules.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">No app was added, or a value is outside its range. The message names it.</exception>
    public VkLaunchParamsVerifier(VkLaunchParamsVerifierOptions options)
    {
        _apps = VkLaunchParamsVerifierOptions.CreateSignatures(options, (appId, secrets) => new AppSignature(secrets, appId));
        _validity = new ValidityWindow(options.Lifetime, options.ClockSkew, options.TimeProvider);
        _limits = new LaunchQueryLimits(options.MaxTokenLength, options.MaxParameters, options.AcceptJson);
        _allowOdnoklassniki = options.AllowOdnoklassniki;
    }

    /// <summary>Verifies a token and reads its launch parameters.</summary>
    /// <param name="token">The token; <see langword="null"/> is refused as malformed.</param>
    /// <returns>
    /// The launch parameters, or why they were refused. A refusal allocates nothing, as long as
    /// <see cref="VkLaunchParamsVerifierOptions.MaxTokenLength"/> is not raised.
    /// </returns>
    public VkLaunchParamsResult Verify(string? token) => Decide(token, lifetime: null);

    /// <inheritdoc cref="Verify(string?)"/>
    public VkLaunchParamsResult Verify(ReadOnlySpan<char> token) => Decide(token, lifetime: null);

    /// <summary>Verifies a token and reads its launch parameters, by another lifetime than the options': one for this call.</summary>
    /// <param name="token">The token; an empty one is refused as malformed.</param>
    /// <param name="lifetime">How long it is valid, from <see cref="TimeSpan.Zero"/> up; shorter or longer than what the options say.</param>
    /// <returns>The launch parameters, or why they were refused.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lifetime"/> is negative.</exception>
    public VkLaunchParamsResult Verify(ReadOnlySpan<char> token, TimeSpan lifetime)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lifetime, TimeSpan.Zero);
        return Decide(token, lifetime);
    }

    /// <summary>
    /// Verifies what <see cref="VkLaunchParams.TryParseUnverified"/> read, and reads it anew. The verdict is that on the token it was
    /// read from.
    /// </summary>
    /// <param name="unverified">
    /// What was read. <see langword="null"/> is refused as malformed, and so is what a verifier accepted before: it has no token any more.
    /// </param>
    /// <returns>Launch parameters that can be trusted, other than what was passed in, or why they were refused.</returns>
    public VkLaunchParamsResult VerifyUnverified(VkLaunchParams? unverified) => Decide(unverified?.Token, lifetime: null);

    /// <summary>Why <see cref="Verify(string?)"/> refuses a token. Allocates nothing, whatever the answer, unless <c>MaxTokenLength</c> was raised.</summary>
    /// <param name="token">The token.</param>
    /// <returns><see cref="VkLaunchFailure.None"/> where the token is good.</returns>
    public VkLaunchFailure Check(ReadOnlySpan<char> token)
    {
        using var query = new LaunchQuery(token, _limits);
        return Judge(query, lifetime: null, out _);
    }

    /// <summary>
    /// Whether launch parameters, verified or not, are older than the options' lifetime now, by their own account: of those that were
    /// not verified, that says nothing. What is dated ahead has not expired.
    /// </summary>
    /// <param name="launch">The launch parameters.</param>
    /// <exception cref="ArgumentNullException"><paramref name="launch"/> is <see langword="null"/>.</exception>
    public bool IsExpired(VkLaunchParams launch)
    {
        ArgumentNullException.ThrowIfNull(launch);
        return _validity.Judge(launch.Timestamp.ToUnixTimeSeconds()) == Validity.Expired;
    }

    /// <summary>
    /// Whether the signature alone is right: one of our apps' keys made it for these parameters. It may be years old, or for nobody:
    /// to sign a user in, use <see cref="Verify(string?)"/>.
    /// </summary>
    /// <param name="token">The token.</param>
    public bool HasValidSignature(ReadOnlySpan<char> token)
    {
        using var query = new LaunchQuery(token, _limits);

        return query.Failure == VkLaunchFailure.None
            && _apps.TryGetValue(query.AppId, out var app)
            && query.IsSignedBy(app);
    }

    private VkLaunchParamsResult Decide(ReadOnlySpan<char> token, TimeSpan? lifetime)
    {
        using var query = new LaunchQuery(token, _limits);
        var failure = Judge(query, lifetime, out var app);

        return failure == VkLaunchFailure.None
            ? new VkLaunchParamsResult(new VkLaunchParams(query, app!))
            : new VkLaunchParamsResult(failure);
    }

    [SuppressMessage("Style", "IDE0046:Convert to conditional expression", Justification = "One line a failure, in the failures' order.")]
    private VkLaunchFailure Judge(in LaunchQuery query, TimeSpan? lifetime, out AppSignature? app)
    {
        app = null;

        if (query.Failure != VkLaunchFailure.None)
        {
            return query.Failure;
        }

        if (!query.IsComplete)
        {
            return VkLaunchFailure.MissingParameter;
        }

        if (!_apps.TryGetValue(query.AppId, out app))
        {
            return VkLaunchFailure.UnknownApp;
        }

        if (!query.IsSignedBy(app))
        {
            return VkLaunchFailure.InvalidSignature;
        }

        if (query.IsOdnoklassniki && !_allowOdnoklassniki)
        {
            return VkLaunchFailure.OdnoklassnikiNotAllowed;
        }

        return _validity.Judge(query.Timestamp, lifetime) switch
        {
            Validity.Expired => VkLaunchFailure.Expired,
            Validity.NotYetValid => VkLaunchFailure.NotYetValid,
            _ when query.UserId == 0 => VkLaunchFailure.NoUser,
            _ => VkLaunchFailure.None,
        };
    }
}
