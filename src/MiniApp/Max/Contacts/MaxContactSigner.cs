using System.Text;
using MiniApp;

namespace MaxMiniApp;

/// <summary>
/// Signs phone numbers as MAX does, with a bot's token: for tests and development without MAX. Safe for use by any number of threads at
/// once.
/// </summary>
public sealed class MaxContactSigner
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly HexHmac _hmac;

    /// <summary>A signer for one bot.</summary>
    /// <param name="botToken">The bot's token. It may be made up.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="botToken"/> is empty or holds white space. The message doesn't hold it.
    /// </exception>
    public MaxContactSigner(string botToken) => _hmac = new HexHmac([MaxContactVerifierOptions.ToKey(botToken, nameof(botToken))]);

    /// <summary>The <c>hash</c> that the bridge's <c>requestContact()</c> gives the page: 64 characters.</summary>
    /// <param name="phone">The <c>phone</c> beside it: ASCII digits, at most 32 of them, behind a <c>+</c> or none.</param>
    /// <param name="authDate">The <c>authDate</c> beside it: seconds, or milliseconds above 100,000,000,000; 0 or more.</param>
    /// <param name="userId">The user's id, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    /// <exception cref="ArgumentException"><paramref name="phone"/> is no phone number.</exception>
    public string Sign(string phone, long authDate, long userId)
    {
        ArgumentException.ThrowIfNullOrEmpty(phone);
        ArgumentOutOfRangeException.ThrowIfNegative(authDate);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(userId);

        var digits = MaxContactText.ReadPhone(phone);
        return digits.IsEmpty
            ? throw new ArgumentException("A phone number is digits behind a + or none.", nameof(phone))
            : _hmac.Compute(MaxContactText.Write(digits, authDate, userId, stackalloc byte[MaxContactText.MaxLength]));
    }

    /// <summary>The <c>hash</c> of a contact that the bot gets by a button of the type <c>request_contact</c>: 64 characters.</summary>
    /// <param name="vcfInfo">The card, <c>vcf_info</c>: it begins with <c>BEGIN:VCARD</c>, and its lines end with CR LF.</param>
    /// <exception cref="ArgumentException">The text is no card, or holds half of a surrogate pair.</exception>
    public string SignCard(string vcfInfo)
    {
        ArgumentException.ThrowIfNullOrEmpty(vcfInfo);

        return MaxContactText.IsCard(vcfInfo)
            ? _hmac.Compute(Strict.GetBytes(vcfInfo))
            : throw new ArgumentException("A card begins with BEGIN:VCARD and is not too long.", nameof(vcfInfo));
    }
}
