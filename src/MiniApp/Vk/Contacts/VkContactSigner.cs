namespace VkMiniApp;

/// <summary>
/// Signs phone numbers and e-mail addresses as VK does, with an app's protected key: for tests and development without VK. Safe for use
/// by any number of threads at once.
/// </summary>
public sealed class VkContactSigner
{
    private readonly ContactSignature _signature;

    /// <summary>A signer for one app.</summary>
    /// <param name="appId">The app's id, above 0.</param>
    /// <param name="secret">The app's protected key.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="appId"/> is not above 0.</exception>
    /// <exception cref="ArgumentException"><paramref name="secret"/> is empty or white space.</exception>
    public VkContactSigner(long appId, string secret)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(appId);
        ArgumentException.ThrowIfNullOrWhiteSpace(secret);

        _signature = new ContactSignature(appId, [secret]);
    }

    /// <summary>The <c>sign</c> that <c>VKWebAppGetPhoneNumber</c> gives the page: 43 characters.</summary>
    /// <param name="userId">The user's id, above 0.</param>
    /// <param name="phoneNumber">The user's phone number, not empty, of at most <see cref="VkContactVerifier.MaxValueLength"/> characters.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="userId"/> is not above 0.</exception>
    /// <exception cref="ArgumentException"><paramref name="phoneNumber"/> is empty, too long, or no text.</exception>
    public string SignPhoneNumber(long userId, string phoneNumber)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(userId);
        ThrowIfNoValue(phoneNumber, nameof(phoneNumber));

        return _signature.Sign(userId, ContactSignature.PhoneNumberField, phoneNumber);
    }

    /// <summary>The <c>sign</c> that <c>VKWebAppGetEmail</c> gives the page: 43 characters.</summary>
    /// <param name="userId">The user's id, above 0.</param>
    /// <param name="email">The user's e-mail address, not empty, of at most <see cref="VkContactVerifier.MaxValueLength"/> characters.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="userId"/> is not above 0.</exception>
    /// <exception cref="ArgumentException"><paramref name="email"/> is empty, too long, or no text.</exception>
    public string SignEmail(long userId, string email)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(userId);
        ThrowIfNoValue(email, nameof(email));

        return _signature.Sign(userId, ContactSignature.EmailField, email);
    }

    private static void ThrowIfNoValue(string value, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(value, name);

        if (value.Length > VkContactVerifier.MaxValueLength)
        {
            throw new ArgumentException($"The value is longer than {VkContactVerifier.MaxValueLength} characters.", name);
        }

        if (!WellFormedText.Is(value))
        {
            throw new ArgumentException("The value holds half of a surrogate pair.", name);
        }
    }
}
