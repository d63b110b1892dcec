using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using MiniApp;

namespace TelegramMiniApp;

/// <summary>
/// Telegram's own proof, which needs no bot token: an Ed25519 signature of the bot's id and every field but the two proofs.
/// </summary>
internal sealed class TelegramSignature(long botId, ReadOnlyMemory<byte> publicKey, IEd25519Verifier ed25519)
{
    private const int SignatureLength = 64;

    /// <summary>The first half of a signature, a point of the curve.</summary>
    private const int PointLength = 32;

    /// <summary>64 bytes in base64url without padding.</summary>
    private const int TextLength = 86;

    private readonly byte[] _prefix = Prefix(botId);

    /// <summary>What is signed before the fields.</summary>
    public static byte[] Prefix(long botId) =>
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{botId}:WebAppData\n"));

    public static bool IsPresent(in InitDataQuery query) => !query.Value("signature"u8).IsEmpty;

    public bool IsValid(in InitDataQuery query)
    {
        Span<byte> signature = stackalloc byte[SignatureLength];

        return TryDecode(query.Value("signature"u8), signature)
            && ed25519.Verify(publicKey.Span, query.CheckString(_prefix, "signature"u8), signature);
    }

    /// <summary>The id of a launch that <c>signature</c> proved, or <c>hash</c> and it among the rest.</summary>
    /// <param name="bot">The bot.</param>
    /// <param name="text">The field's value; <see langword="null"/> where there is none.</param>
    /// <param name="id">The id.</param>
    /// <returns><see langword="false"/> where the text is none of a signature.</returns>
    public static bool TryMakeLaunchId(MiniAppSubject bot, string? text, out LaunchId id)
    {
        Span<byte> ascii = stackalloc byte[TextLength + 2];
        Span<byte> signature = stackalloc byte[SignatureLength];

        var isSignature = text?.Length <= ascii.Length
            && Ascii.FromUtf16(text, ascii, out var length) == OperationStatus.Done
            && TryDecode(ascii[..length], signature);

        // Its second half can be written in a second way, of which not every implementation of Ed25519 is aware; the first can't.
        id = isSignature ? LaunchId.Create(bot, signature[..PointLength]) : default;
        return isSignature;
    }

    /// <summary>
    /// Reads the one base64url spelling of 64 bytes, padded or not. The framework's decoder skips white space and takes <c>%</c> for
    /// padding; 86 characters that hold either are fewer bytes. Bits of the last one that stand for nothing it wants to be zero.
    /// </summary>
    private static bool TryDecode(ReadOnlySpan<byte> text, Span<byte> signature)
    {
        if (text.Length == TextLength + 2 && text.EndsWith("=="u8))
        {
            text = text[..TextLength];
        }

        return text.Length == TextLength
            && Base64Url.DecodeFromUtf8(text, signature, out _, out var length) == OperationStatus.Done
            && length == SignatureLength;
    }
}
