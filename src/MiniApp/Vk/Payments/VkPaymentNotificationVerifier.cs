using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace VkMiniApp;

/// <summary>
/// Tells whether VK signed a payment notification for one of our apps
/// (<see href="https://dev.vk.ru/api/payments/notifications/overview">the rule</see>). Safe for use by any number of threads at once.
/// Nothing that is passed in as a body makes it throw.
/// </summary>
/// <remarks>
/// A notification that was right once is right forever: do what it asks for only once for each order. VK's signature is MD5 of the
/// parameters, joined with nothing in between, and the key. That is weak: whoever has seen a signature may make another from it, so the
/// address must be reached by HTTPS, and notifications kept out of logs.
/// </remarks>
public sealed class VkPaymentNotificationVerifier
{
    /// <summary>
    /// The <c>error_code</c> that VK expects in the answer where the signature is wrong:
    /// <see cref="VkPaymentNotificationFailure.InvalidSignature"/>.
    /// </summary>
    public const int InvalidSignatureErrorCode = 10;

    private readonly FrozenDictionary<long, PaymentSignature> _apps;
    private readonly int _maxBodyLength;
    private readonly int _maxParameters;

    /// <summary>A verifier for one app, with the defaults of <see cref="VkPaymentNotificationVerifierOptions"/>.</summary>
    /// <param name="appId">The app's id, above 0.</param>
    /// <param name="secrets">The app's protected key; while it is being changed, the new one and the old one.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="appId"/> is not above 0.</exception>
    /// <exception cref="ArgumentException">There is no secret, or one is empty or white space. The message holds none of them.</exception>
    public VkPaymentNotificationVerifier(long appId, params string[] secrets)
        : this(new VkPaymentNotificationVerifierOptions().AddApp(appId, secrets))
    {
    }

    /// <summary>A verifier for one app or for several.</summary>
    /// <param name="options">The apps and the limits.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">No app was added, or a value is outside its range. The message names it.</exception>
    public VkPaymentNotificationVerifier(VkPaymentNotificationVerifierOptions options)
    {
        _apps = VkPaymentNotificationVerifierOptions.CreateSignatures(options, (_, secrets) => new PaymentSignature(secrets));
        _maxBodyLength = options.MaxBodyLength;
        _maxParameters = options.MaxParameters;
    }

    /// <summary>Verifies a notification and reads its parameters.</summary>
    /// <param name="body">
    /// The body of VK's request as it came, form-encoded: <c>name=value</c>, joined by <c>&amp;</c>. <see langword="null"/> counts as
    /// empty.
    /// </param>
    /// <returns>The notification, or why it was refused.</returns>
    public VkPaymentNotificationResult Verify(string? body) => Verify(body.AsSpan());

    /// <inheritdoc cref="Verify(string?)"/>
    public VkPaymentNotificationResult Verify(ReadOnlySpan<char> body)
    {
        using var query = new PaymentQuery(body, _maxBodyLength, _maxParameters);
        var failure = Judge(query);

        return failure == VkPaymentNotificationFailure.None
            ? new VkPaymentNotificationResult(query.ToNotification())
            : new VkPaymentNotificationResult(failure);
    }

    [SuppressMessage("Style", "IDE0046:Convert to conditional expression", Justification = "One line a failure, in the failures' order.")]
    private VkPaymentNotificationFailure Judge(in PaymentQuery query)
    {
        if (query.Failure != VkPaymentNotificationFailure.None)
        {
            return query.Failure;
        }

        if (!query.IsComplete)
        {
            return VkPaymentNotificationFailure.MissingParameter;
        }

        var joined = query.Join();
        if (!PaymentSignature.IsUnambiguous(joined))
        {
            return VkPaymentNotificationFailure.AmbiguousParameters;
        }

        if (!_apps.TryGetValue(query.AppId, out var app))
        {
            return VkPaymentNotificationFailure.UnknownApp;
        }

        return app.Matches(joined, query.Sig) ? VkPaymentNotificationFailure.None : VkPaymentNotificationFailure.InvalidSignature;
    }
}
