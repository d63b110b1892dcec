using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace VkMiniApp;

/// <summary>
/// Tells whether VK signed a phone number or an e-mail address for the user of a launch: what the page got from
/// <see href="https://dev.vk.ru/bridge/VKWebAppGetPhoneNumber"><c>VKWebAppGetPhoneNumber</c></see> or
/// <see href="https://dev.vk.ru/bridge/VKWebAppGetEmail"><c>VKWebAppGetEmail</c></see>, whose pages have the rule. Safe for use by any
/// number of threads at once. Nothing that is passed in makes it throw.
/// </summary>
/// <remarks>
/// VK signs no time with it: a signature that was right once is right forever, and its user can send it again after the number or the
/// address has changed.
/// </remarks>
public sealed class VkContactVerifier
{
    /// <summary>The longest value that is looked at, in characters. A longer one is refused as malformed.</summary>
    public const int MaxValueLength = 1024;

    private readonly FrozenDictionary<long, ContactSignature> _apps;

    /// <summary>A verifier for one app.</summary>
    /// <param name="appId">The app's id, above 0.</param>
    /// <param name="secrets">The app's protected key; while it is being changed, the new one and the old one.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="appId"/> is not above 0.</exception>
    /// <exception cref="ArgumentException">There is no secret, or one is empty or white space. The message holds none of them.</exception>
    public VkContactVerifier(long appId, params string[] secrets)
        : this(new VkContactVerifierOptions().AddApp(appId, secrets))
    {
    }

    /// <summary>A verifier for one app or for several.</summary>
    /// <param name="options">The apps.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">No app was added.</exception>
    public VkContactVerifier(VkContactVerifierOptions options)
    {
        _apps = VkContactVerifierOptions.CreateSignatures(options, (appId, secrets) => new ContactSignature(appId, secrets));
    }

    /// <summary>Verifies the user's phone number.</summary>
    /// <param name="launch">
    /// The launch that a <see cref="VkLaunchParamsVerifier"/> accepted: the app and the user are taken from it, and never from what the
    /// client says beside it. <see langword="null"/> is refused.
    /// </param>
    /// <param name="phoneNumber">The bridge's <c>phone_number</c>, as it came: VK signed this very spelling.</param>
    /// <param name="sign">The bridge's <c>sign</c>: 43 characters.</param>
    /// <returns>The phone number, or why it was refused.</returns>
    public VkContactResult VerifyPhoneNumber(VkLaunchParams? launch, string? phoneNumber, string? sign) =>
        Verify(launch, ContactSignature.PhoneNumberField, phoneNumber, sign);

    /// <summary>Verifies the user's e-mail address.</summary>
    /// <param name="launch"><inheritdoc cref="VerifyPhoneNumber" path="/param[@name='launch']"/></param>
    /// <param name="email">The bridge's <c>email</c>, as it came: VK signed this very spelling.</param>
    /// <param name="sign">The bridge's <c>sign</c>: 43 characters.</param>
    /// <returns>The address, or why it was refused.</returns>
    public VkContactResult VerifyEmail(VkLaunchParams? launch, string? email, string? sign) =>
        Verify(launch, ContactSignature.EmailField, email, sign);

    private VkContactResult Verify(VkLaunchParams? launch, string field, string? value, string? sign)
    {
        var failure = Judge(launch, field, value, sign);
        return failure == VkContactFailure.None ? new VkContactResult(value!) : new VkContactResult(failure);
    }

    [SuppressMessage("Style", "IDE0046:Convert to conditional expression", Justification = "One line a failure, in the failures' order.")]
    private VkContactFailure Judge(VkLaunchParams? launch, string field, string? value, string? sign)
    {
        if (launch is not { IsVerified: true })
        {
            return VkContactFailure.UnverifiedLaunch;
        }

        if (launch.IsOdnoklassniki)
        {
            return VkContactFailure.OdnoklassnikiNotSupported;
        }

        if (!_apps.TryGetValue(launch.AppId, out var app))
        {
            return VkContactFailure.UnknownApp;
        }

        if (string.IsNullOrEmpty(value) || string.IsNullOrEmpty(sign))
        {
            return VkContactFailure.MissingParameter;
        }

        if (value.Length > MaxValueLength || !WellFormedText.Is(value))
        {
            return VkContactFailure.Malformed;
        }

        return app.Matches(launch.UserId, field, value, sign) ? VkContactFailure.None : VkContactFailure.InvalidSignature;
    }
}
