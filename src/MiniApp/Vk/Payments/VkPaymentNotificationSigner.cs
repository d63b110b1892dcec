using System.Collections.ObjectModel;
using System.Globalization;
using System.Text;

namespace VkMiniApp;

/// <summary>
/// Signs payment notifications as VK does, with an app's protected key: for tests and development without VK. Safe for use by any number
/// of threads at once.
/// </summary>
public sealed class VkPaymentNotificationSigner
{
    private readonly long _appId;
    private readonly PaymentSignature _signature;

    /// <summary>A signer for one app.</summary>
    /// <param name="appId">The app's id, above 0.</param>
    /// <param name="secret">The app's protected key.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="appId"/> is not above 0.</exception>
    /// <exception cref="ArgumentException"><paramref name="secret"/> is empty or white space.</exception>
    public VkPaymentNotificationSigner(long appId, string secret)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(appId);
        ArgumentException.ThrowIfNullOrWhiteSpace(secret);

        _appId = appId;
        _signature = new PaymentSignature([secret]);
    }

    /// <summary>The form-encoded body of VK's request, <c>sig</c> included.</summary>
    /// <param name="notificationType">The notification's type, such as <c>order_status_change</c>, not empty.</param>
    /// <param name="parameters">
    /// The other parameters, by their full names. They replace the type and the app's id, so that a test can sign what VK never would.
    /// </param>
    /// <exception cref="ArgumentException">
    /// <paramref name="notificationType"/> is empty; a name of <paramref name="parameters"/> is empty, <c>sig</c>, or not made of
    /// letters, digits and underscores, as VK's names are; or a value is no text.
    /// </exception>
    public string SignBody(string notificationType, IReadOnlyDictionary<string, string>? parameters = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(notificationType);

        var all = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["app_id"] = _appId.ToString(CultureInfo.InvariantCulture),
            ["notification_type"] = notificationType,
        };

        foreach (var (name, value) in parameters ?? ReadOnlyDictionary<string, string>.Empty)
        {
            all[name] = value;
        }

        if (!all.All(parameter => IsName(parameter.Key) && WellFormedText.Is(parameter.Value)))
        {
            throw new ArgumentException("A name is not one that VK could have sent, or a value is no text.", nameof(parameters));
        }

        var joined = string.Concat(all.Select(parameter => $"{parameter.Key}={parameter.Value}"));
        var body = Encoding.ASCII.GetString(CanonicalQuery.Create(all));
        return $"{body}&sig={_signature.Sign(Encoding.UTF8.GetBytes(joined))}";
    }

    private static bool IsName(string name) =>
        name is not ("" or "sig") && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');
}
