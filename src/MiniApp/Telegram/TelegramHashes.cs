using MiniApp;

namespace TelegramMiniApp;

/// <summary>
/// The field <c>hash</c> of a query that is no init data: one of several bots made it, and the query doesn't say which.
/// </summary>
internal sealed class TelegramHashes(IEnumerable<TelegramProof> proofs)
{
    /// <summary>How such a query is spelled: as init data is, but nothing holds it.</summary>
    public static readonly InitDataFormat Format =
        new(Envelope: null, TokenLimits.DefaultMaxTokenLength, TokenLimits.DefaultMaxParameters);

    private readonly TelegramProof[] _proofs = [.. proofs];

    /// <summary>The id of the bot that the query was hashed for; <see langword="null"/> where it is none of ours.</summary>
    public long? FindBot(in InitDataQuery query)
    {
        foreach (var proof in _proofs)
        {
            if (proof.IsValid(query))
            {
                return proof.BotId;
            }
        }

        return null;
    }
}
