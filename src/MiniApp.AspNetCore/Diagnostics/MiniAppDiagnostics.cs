namespace MiniApp.AspNetCore;

/// <summary>The names of what mini app authentication measures and traces.</summary>
public static class MiniAppDiagnostics
{
    /// <summary>The meter: <c>MiniApp.AspNetCore</c>.</summary>
    public const string MeterName = "MiniApp.AspNetCore";

    /// <summary>
    /// A histogram of how old launches are when they sign a user in, in seconds, with the tags <see cref="Platform"/>,
    /// <see cref="AppId"/> and <see cref="Client"/>: <c>miniapp.launch.age</c>.
    /// </summary>
    public const string LaunchAge = "miniapp.launch.age";

    /// <summary>
    /// A gauge of how long ago this instance has read the store of revocations, in seconds, where there is one and it was read:
    /// <c>miniapp.revocations.age</c>.
    /// </summary>
    public const string RevocationsAge = "miniapp.revocations.age";

    /// <summary>The tag with the platform's name, such as <c>vk</c>, <c>telegram</c> or <c>max</c>: <c>miniapp.platform</c>.</summary>
    public const string Platform = "miniapp.platform";

    /// <summary>The tag with the id of the app or bot, where the platform tells it: <c>miniapp.app.id</c>.</summary>
    public const string AppId = "miniapp.app.id";

    /// <summary>
    /// The tag with what the app runs in, where the platform tells it, by the platform's name for it, such as <c>mobile_android</c>:
    /// <c>miniapp.client</c>. The platform signed it, so nobody can make up another.
    /// </summary>
    public const string Client = "miniapp.client";

    /// <summary>The tag of a request's activity that says why its launch was refused: <c>miniapp.refusal</c>.</summary>
    public const string Refusal = "miniapp.refusal";

    /// <summary>
    /// A counter of claims on the ledger of what was used, with the tag <see cref="ClaimOutcome"/>: <c>miniapp.ledger.claims</c>.
    /// </summary>
    public const string LedgerClaims = "miniapp.ledger.claims";

    /// <summary>
    /// The tag that says what became of a claim: <c>first</c>, <c>again</c> by whoever came first, <c>replayed</c> by somebody else,
    /// <c>forgotten</c> because it is older than the ledger's memory, or <c>unavailable</c>: <c>miniapp.ledger.outcome</c>.
    /// </summary>
    public const string ClaimOutcome = "miniapp.ledger.outcome";
}
