namespace MiniApp;

/// <summary>A bot whose init data is accepted. Init data doesn't say whose it is: only the proof tells.</summary>
internal interface IInitDataBot
{
    /// <summary>Whether every proof is there that this bot's init data must have, right or wrong.</summary>
    bool FindsProof(in InitDataQuery query);

    /// <summary>Whether those proofs are there and right.</summary>
    bool Accepts(in InitDataQuery query);
}
