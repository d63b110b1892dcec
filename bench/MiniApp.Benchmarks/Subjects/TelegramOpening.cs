using System.Buffers.Text;
using System.Text;
using TelegramMiniApp;

namespace VkMiniApp.Benchmarks;

/// <summary>One opening of a Telegram mini app by its link, with both proofs.</summary>
internal static class TelegramOpening
{
    public const long BotId = 51000001;
    public const string BotToken = "51000001:own-made-bot-token";

    private static readonly TelegramInitDataSigner Signer =
        new(BotToken, new Ed25519SigningKey("own-made private key of 32 bytes"u8));

    /// <summary>What a page finds and sends.</summary>
    public static string InitData { get; } = Signer.SignInitData(new TelegramInitDataDescriptor
    {
        User = new TelegramUser
        {
            Id = 7_869_612_836,
            FirstName = "Ada",
            LastName = "Lovelace",
            Username = "countess_of_lovelace",
            LanguageCode = "ru",
            IsPremium = true,
            AllowsWriteToPm = true,
            PhotoUrl = "https://pictures.example/i/userpic/320/countess_of_lovelace.svg",
        },
        ChatType = TelegramChatType.Supergroup,
        ChatInstance = "-7303070830523603883",
        StartParam = "catalog_recent",
    });

    private static TelegramInitData Fields { get; } =
        TelegramInitData.TryParseUnverified(InitData, out var fields) ? fields : throw new InvalidOperationException("Malformed.");

    /// <summary>The text that <c>hash</c> is of.</summary>
    public static byte[] HashedText { get; } = CheckString.Of(Fields.Values, TelegramInitDataFieldNames.Hash);

    /// <summary>The text that <c>signature</c> is of.</summary>
    public static byte[] SignedText { get; } =
    [
        .. Encoding.ASCII.GetBytes($"{BotId}:WebAppData\n"),
        .. CheckString.Of(Fields.Values, TelegramInitDataFieldNames.Hash, TelegramInitDataFieldNames.Signature),
    ];

    public static byte[] Signature { get; } = Base64Url.DecodeFromChars(Fields.Signature);

    public static byte[] PublicKey { get; } = Signer.PublicKey!.Value.ToArray();

    /// <summary>So many that the verifier, which knows the four keys that were new last, does not know the one whose turn it is.</summary>
    public static byte[][] OtherPublicKeys { get; } = [.. Enumerable.Range(1, 5).Select(OtherPublicKey)];

    private static byte[] OtherPublicKey(int number)
    {
        using var key = new Ed25519SigningKey(Enumerable.Repeat((byte)number, 32).ToArray());
        return key.PublicKey.ToArray();
    }
}
