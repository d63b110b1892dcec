namespace MiniApp;

/// <summary>How a bot's init data is proved. Init data doesn't say whose it is: only the proof tells.</summary>
internal interface IInitDataProof
{
    /// <summary>The id of the bot; 0 where the platform's tokens don't hold it.</summary>
    long BotId { get; }

    /// <summary>Whether init data holds all that proves it, right or wrong.</summary>
    bool IsPresent(in InitDataQuery query);

    /// <summary>Whether all that proves it is there and right.</summary>
    bool IsValid(in InitDataQuery query);
}
