namespace VkMiniApp;

/// <summary>
/// Signs requests as <c>VKWebAppCreateHash</c> does, with an app's protected key: for tests and development without VK. Safe for use by
/// any number of threads at once.
/// </summary>
public sealed class VkCreatedHashSigner
{
    private readonly long _appId;
    private readonly AppSignature _signature;

    /// <summary>A signer for one app.</summary>
    /// <param name="appId">The app's id, above 0.</param>
    /// <param name="secret">The app's protected key.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="appId"/> is not above 0.</exception>
    /// <exception cref="ArgumentException"><paramref name="secret"/> is empty or white space.</exception>
    public VkCreatedHashSigner(long appId, string secret)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(appId);
        ArgumentException.ThrowIfNullOrWhiteSpace(secret);

        _appId = appId;
        _signature = new AppSignature([secret]);
    }

    /// <summary>The <c>sign</c> that the bridge gives the page: 43 characters.</summary>
    /// <param name="userId">The user's id, above 0.</param>
    /// <param name="requestId">The page's <c>payload</c>: not empty, and without a tilde, for which VK's rule is not settled.</param>
    /// <param name="ts">The time that the bridge gives with it, in Unix seconds, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    /// <exception cref="ArgumentException"><paramref name="requestId"/> is one that VK's rule is not settled for, or is no text.</exception>
    public string Sign(long userId, string requestId, long ts)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(userId);
        ArgumentNullException.ThrowIfNull(requestId);
        ArgumentOutOfRangeException.ThrowIfNegative(ts);

        return CreatedHashText.IsSettled(requestId) && WellFormedText.Is(requestId)
            ? _signature.Sign(CreatedHashText.Create(_appId, userId, requestId, ts))
            : throw new ArgumentException("The request id must be text, not empty, and without a tilde.", nameof(requestId));
    }
}
