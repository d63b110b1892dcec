using System.Diagnostics.CodeAnalysis;

namespace MiniApp;

/// <summary>
/// The verdict on init data, in one order for every platform. The proof comes before the clock, because what unproved init data says
/// about time means nothing, and before any JSON is parsed.
/// </summary>
/// <param name="bots">The bots whose init data is accepted, the ones whose proof is cheap to check first.</param>
/// <param name="validity">The rule of time.</param>
internal sealed class InitDataJudge<TBot>(TBot[] bots, ValidityWindow validity)
    where TBot : class, IInitDataBot
{
    [SuppressMessage("Style", "IDE0046:Convert to conditional expression", Justification = "One line a verdict, in the verdicts' order.")]
    public InitDataFault Judge(in InitDataQuery query, out TBot? bot)
    {
        bot = null;

        if (query.IsMalformed)
        {
            return InitDataFault.Malformed;
        }

        if (!FindsProof(query))
        {
            return InitDataFault.MissingProof;
        }

        bot = FindBot(query);
        if (bot is null)
        {
            return InitDataFault.InvalidProof;
        }

        return validity.Judge(query.AuthDate) switch
        {
            Validity.Expired => InitDataFault.Expired,
            Validity.NotYetValid => InitDataFault.NotYetValid,
            _ when !query.HasUser() => InitDataFault.NoUser,
            _ => InitDataFault.None,
        };
    }

    /// <summary>Whether the proof alone is right.</summary>
    public bool HasValidProof(in InitDataQuery query) => !query.IsMalformed && FindBot(query) is not null;

    private bool FindsProof(in InitDataQuery query)
    {
        foreach (var bot in bots)
        {
            if (bot.FindsProof(query))
            {
                return true;
            }
        }

        return false;
    }

    private TBot? FindBot(in InitDataQuery query)
    {
        foreach (var bot in bots)
        {
            if (bot.Accepts(query))
            {
                return bot;
            }
        }

        return null;
    }
}
