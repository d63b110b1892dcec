using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using MiniApp;

namespace VkMiniApp;

/// <summary>
/// Tells whether VK signed a request for the user of a launch: what the page got from
/// <see href="https://dev.vk.ru/bridge/VKWebAppCreateHash"><c>VKWebAppCreateHash</c></see>
/// (<see href="https://dev.vk.ru/mini-apps/development/protect-with-signature">the rule</see>). Safe for use by any number of threads
/// at once. Nothing that is passed in makes it throw.
/// </summary>
/// <remarks>
/// A hash can be used again until it is too old. Where a request must count once, give the page a request id of your own, and accept
/// each one once.
/// </remarks>
public sealed class VkCreatedHashVerifier
{
    private readonly FrozenDictionary<long, AppSignature> _apps;
    private readonly ValidityWindow _validity;
    private readonly int _maxRequestIdLength;
    private readonly bool _allowEmptyRequestId;

    /// <summary>A verifier for one app, with the defaults of <see cref="VkCreatedHashVerifierOptions"/>.</summary>
    /// <param name="appId">The app's id, above 0.</param>
    /// <param name="secrets">The app's protected key; while it is being changed, the new one and the old one.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="appId"/> is not above 0.</exception>
    /// <exception cref="ArgumentException">There is no secret, or one is empty or white space. The message holds none of them.</exception>
    public VkCreatedHashVerifier(long appId, params string[] secrets)
        : this(new VkCreatedHashVerifierOptions().AddApp(appId, secrets))
    {
    }

    /// <summary>A verifier for one app or for several.</summary>
    /// <param name="options">The apps and the rules.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">No app was added, or a value is outside its range. The message names it.</exception>
    public VkCreatedHashVerifier(VkCreatedHashVerifierOptions options)
    {
        _apps = VkCreatedHashVerifierOptions.CreateSignatures(options, (_, secrets) => new AppSignature(secrets));
        _validity = new ValidityWindow(options.Lifetime, options.ClockSkew, options.TimeProvider);
        _maxRequestIdLength = options.MaxRequestIdLength;
        _allowEmptyRequestId = options.AllowEmptyRequestId;
    }

    /// <summary>Verifies a hash for the user of a launch.</summary>
    /// <param name="launch">
    /// The launch that a <see cref="VkLaunchParamsVerifier"/> accepted: the app and the user are taken from it, and never from what the
    /// client says beside it. <see langword="null"/> is refused.
    /// </param>
    /// <param name="requestId">
    /// What the page passed as <c>payload</c>: what this request has to be about. <see langword="null"/> is the same as empty.
    /// </param>
    /// <param name="ts">The bridge's <c>ts</c>: when VK signed it, in Unix seconds.</param>
    /// <param name="sign">The bridge's <c>sign</c>: 43 characters.</param>
    /// <returns>What VK signed, or why it was refused.</returns>
    public VkCreatedHashResult Verify(VkLaunchParams? launch, string? requestId, long ts, string? sign)
    {
        var failure = Judge(launch, requestId, ts, sign);

        return failure == VkCreatedHashFailure.None
            ? new VkCreatedHashResult(new VkCreatedHash(launch!.AppId, launch.UserId, requestId ?? "", ts))
            : new VkCreatedHashResult(failure);
    }

    [SuppressMessage("Style", "IDE0046:Convert to conditional expression", Justification = "One line a failure, in the failures' order.")]
    private VkCreatedHashFailure Judge(VkLaunchParams? launch, string? requestId, long ts, string? sign)
    {
        if (launch is not { IsVerified: true })
        {
            return VkCreatedHashFailure.UnverifiedLaunch;
        }

        if (launch.IsOdnoklassniki)
        {
            return VkCreatedHashFailure.OdnoklassnikiNotSupported;
        }

        if (!_apps.TryGetValue(launch.AppId, out var app))
        {
            return VkCreatedHashFailure.UnknownApp;
        }

        if (string.IsNullOrEmpty(sign))
        {
            return VkCreatedHashFailure.MissingParameter;
        }

        if (ts < 0 || !CreatedHashText.IsWithin(requestId ?? "", _maxRequestIdLength) || !WellFormedText.Is(requestId))
        {
            return VkCreatedHashFailure.Malformed;
        }

        var isEmpty = string.IsNullOrEmpty(requestId);
        if (!(isEmpty ? _allowEmptyRequestId : CreatedHashText.IsSettled(requestId)))
        {
            return VkCreatedHashFailure.UnsettledRequestId;
        }

        if (!Matches(app, CreatedHashText.Create(launch.AppId, launch.UserId, requestId ?? "", ts), sign)
            && !(isEmpty && Matches(app, CreatedHashText.CreateWithoutRequestId(launch.AppId, launch.UserId, ts), sign)))
        {
            return VkCreatedHashFailure.InvalidSignature;
        }

        return _validity.Judge(ts) switch
        {
            Validity.Expired => VkCreatedHashFailure.Expired,
            Validity.NotYetValid => VkCreatedHashFailure.NotYetValid,
            _ => VkCreatedHashFailure.None,
        };
    }

    private static bool Matches(AppSignature app, byte[] text, string sign)
    {
        Span<byte> received = stackalloc byte[SignText.Length];
        return SignText.TryCopy(sign, received) && app.Matches(text, received);
    }
}
