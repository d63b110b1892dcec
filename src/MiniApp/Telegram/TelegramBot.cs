using MiniApp;

namespace TelegramMiniApp;

/// <summary>A bot, and the proofs that its init data must have: one of the two, or both.</summary>
internal sealed class TelegramBot(long id, InitDataKeys? keys, TelegramSignature? signature) : IInitDataBot
{
    public long Id => id;

    /// <summary>Whether the bot's init data goes without the proof that takes twenty times as long to check.</summary>
    public bool IsCheap => signature is null;

    public bool FindsProof(in InitDataQuery query) =>
        (keys is null || keys.FindsProof(query)) && (signature is null || signature.FindsProof(query));

    public bool Accepts(in InitDataQuery query) =>
        (keys is null || keys.Accepts(query)) && (signature is null || signature.Accepts(query));
}
