using MaxMiniApp;

namespace VkMiniApp.Benchmarks;

/// <summary>One opening of a MAX mini app from a chat.</summary>
internal static class MaxOpening
{
    public const string BotToken = "own-made-bot-token";

    /// <summary>What a page finds and sends.</summary>
    public static string InitData { get; } = new MaxInitDataSigner(BotToken).SignInitData(new MaxInitDataDescriptor
    {
        User = new MaxUser
        {
            Id = 869_612_836,
            FirstName = "Ada",
            LastName = "Lovelace",
            Username = "countess_of_lovelace",
            LanguageCode = "ru",
            PhotoUrl = "https://pictures.example/i/userpic/320/countess_of_lovelace.webp",
        },
        Chat = new MaxChat { Id = 51_000_001, Type = MaxChatType.Dialog },
        Ip = "192.0.2.7",
        QueryId = "5b1d5d3e-6f0c-4c5e-9a55-0d6f1c9f8a11",
        StartParam = "catalog_recent",
    });

    private static MaxInitData Fields { get; } =
        MaxInitData.TryParseUnverified(InitData, out var fields) ? fields : throw new InvalidOperationException("Malformed.");

    /// <summary>The text that <c>hash</c> is of.</summary>
    public static byte[] HashedText { get; } = CheckString.Of(Fields.Values, MaxInitDataFieldNames.Hash);
}
