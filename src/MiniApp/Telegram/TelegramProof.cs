using MiniApp;

namespace TelegramMiniApp;

/// <summary>What proves the init data of one bot: one of Telegram's two proofs, or both.</summary>
internal sealed class TelegramProof(long botId, InitDataHash? hash, TelegramSignature? signature) : IInitDataProof
{
    public long BotId => botId;

    /// <summary>Whether it goes without the signature, which takes twenty times as long to check.</summary>
    public bool IsCheap => signature is null;

    public bool IsPresent(in InitDataQuery query) =>
        (hash is null || hash.IsPresent(query)) && (signature is null || TelegramSignature.IsPresent(query));

    public bool IsValid(in InitDataQuery query) =>
        (hash is null || hash.IsValid(query)) && (signature is null || signature.IsValid(query));
}
