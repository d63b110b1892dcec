using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;
using MiniApp;

namespace MaxMiniApp;

/// <summary>
/// Tells whether MAX signed a phone number for one of our bots: one that the page got from the bridge's <c>requestContact()</c>, or one
/// that the bot got because the user pressed a button of the type <c>request_contact</c>. Safe for use by any number of threads at once.
/// Nothing that is passed in makes it throw.
/// </summary>
/// <remarks>
/// No page of MAX has these rules. That of the bridge is known from two public implementations only, which agree; that of the button
/// from more than ten, MAX's own clients among them. Try them with your own bot before you rely on them.
/// </remarks>
public sealed class MaxContactVerifier
{
    /// <summary>The longest phone number that is looked at, in digits. A longer one is refused as malformed.</summary>
    public const int MaxPhoneLength = 32;

    /// <summary>The longest card that is looked at, in characters. A longer one is refused as malformed.</summary>
    public const int MaxCardLength = 8192;

    private readonly HexHmac _hmac;
    private readonly ValidityWindow _validity;

    /// <summary>A verifier for one bot, with the defaults of <see cref="MaxContactVerifierOptions"/>.</summary>
    /// <param name="botToken">The bot's token, from MAX's platform for partners.</param>
    /// <param name="olderTokens">Tokens of the same bot that are being replaced.</param>
    /// <exception cref="ArgumentException">A token is empty or holds white space. The message holds none of them.</exception>
    public MaxContactVerifier(string botToken, params string[] olderTokens)
        : this(new MaxContactVerifierOptions().AddBot(botToken, olderTokens))
    {
    }

    /// <summary>A verifier for one bot or for several.</summary>
    /// <param name="options">The bots and the rules.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">No bot was added, or a value is outside its range. The message names it.</exception>
    public MaxContactVerifier(MaxContactVerifierOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);

        _validity = options.ToValidityWindow(nameof(options));
        _hmac = options.ToHmac();
    }

    /// <summary>Verifies the phone number of the user who is signed in: what the page got from <c>requestContact()</c>.</summary>
    /// <param name="phone">The bridge's <c>phone</c>, with a <c>+</c> or without.</param>
    /// <param name="authDate">
    /// The bridge's <c>authDate</c>, as it came: it is signed in its unit, and counts seconds or, above 100,000,000,000, milliseconds.
    /// </param>
    /// <param name="hash">The bridge's <c>hash</c>: 64 characters.</param>
    /// <param name="userId">
    /// The id of the user who is signed in, from init data that was verified or from a session, and never from what the client says beside
    /// it. It is a part of what is signed.
    /// </param>
    /// <returns>What MAX signed, or why it was refused. A refusal allocates nothing.</returns>
    public MaxContactResult Verify(string? phone, long authDate, string? hash, long userId)
    {
        var digits = MaxContactText.ReadPhone(phone);
        var failure = Judge(phone, digits, authDate, hash, userId);

        return failure == MaxContactFailure.None
            ? new MaxContactResult(
                new MaxContact(userId, digits.ToString(), UnixTime.ToDateTimeOffset(UnixTime.ToSeconds(authDate))))
            : new MaxContactResult(failure);
    }

    /// <summary>
    /// Verifies the card of a contact that the bot got in a message, by a button of the type <c>request_contact</c>. Neither the user nor
    /// a time is signed with it: whose card it is says the message alone, which has to come from MAX itself, and whoever has a card with
    /// its hash can show it forever. So never take one from a page.
    /// </summary>
    /// <param name="vcfInfo">The attachment's <c>vcf_info</c> as JSON has it, with every CR LF.</param>
    /// <param name="hash">The attachment's <c>hash</c>: 64 characters.</param>
    /// <returns>The card's phone number, or why it was refused. A refusal allocates nothing.</returns>
    public MaxContactCardResult VerifyCard(string? vcfInfo, string? hash)
    {
        var failure = JudgeCard(vcfInfo, hash, out var phone);
        return failure == MaxContactFailure.None ? new MaxContactCardResult(phone.ToString()) : new MaxContactCardResult(failure);
    }

    [SuppressMessage("Style", "IDE0046:Convert to conditional expression", Justification = "One line a failure, in the failures' order.")]
    private MaxContactFailure Judge(string? phone, ReadOnlySpan<char> digits, long authDate, string? hash, long userId)
    {
        if (userId <= 0)
        {
            return MaxContactFailure.NoSignedInUser;
        }

        if (string.IsNullOrEmpty(phone) || string.IsNullOrEmpty(hash))
        {
            return MaxContactFailure.MissingParameter;
        }

        if (digits.IsEmpty || authDate < 0)
        {
            return MaxContactFailure.Malformed;
        }

        if (!Matches(MaxContactText.Write(digits, authDate, userId, stackalloc byte[MaxContactText.MaxLength]), hash))
        {
            return MaxContactFailure.InvalidProof;
        }

        return _validity.Judge(UnixTime.ToSeconds(authDate)) switch
        {
            Validity.Expired => MaxContactFailure.Expired,
            Validity.NotYetValid => MaxContactFailure.NotYetValid,
            _ => MaxContactFailure.None,
        };
    }

    [SuppressMessage("Style", "IDE0046:Convert to conditional expression", Justification = "One line a failure, in the failures' order.")]
    private MaxContactFailure JudgeCard(string? vcfInfo, string? hash, out ReadOnlySpan<char> phone)
    {
        phone = [];

        if (string.IsNullOrEmpty(vcfInfo) || string.IsNullOrEmpty(hash))
        {
            return MaxContactFailure.MissingParameter;
        }

        if (!MaxContactText.IsCard(vcfInfo) || !TryMatchCard(vcfInfo, hash, out var isMatch))
        {
            return MaxContactFailure.Malformed;
        }

        if (!isMatch)
        {
            return MaxContactFailure.InvalidProof;
        }

        return MaxContactText.TryFindPhone(vcfInfo, out phone) ? MaxContactFailure.None : MaxContactFailure.NoPhoneNumber;
    }

    /// <summary>Compares a card's hash; <see langword="false"/> for half of a surrogate pair, which has no bytes.</summary>
    private bool TryMatchCard(string vcfInfo, string hash, out bool isMatch)
    {
        var buffers = QueryBuffers.Take();
        var memory = buffers.Text(Encoding.UTF8.GetMaxByteCount(MaxCardLength));
        var isText = Utf8.FromUtf16(vcfInfo, memory, out _, out var length, replaceInvalidSequences: false) == OperationStatus.Done;

        isMatch = isText && Matches(memory[..length], hash);
        buffers.Return();
        return isText;
    }

    private bool Matches(ReadOnlySpan<byte> text, string hash)
    {
        Span<byte> received = stackalloc byte[HexHmac.Length];
        return hash.Length == received.Length
            && Ascii.FromUtf16(hash, received, out _) == OperationStatus.Done
            && _hmac.Matches(text, received);
    }
}
