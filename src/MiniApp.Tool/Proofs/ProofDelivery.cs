namespace MiniApp.Tool.Proofs;

/// <summary>How a proof comes to a back end.</summary>
internal enum ProofDelivery
{
    /// <summary>The page sends it as JSON, with the launch of its user.</summary>
    Page,

    /// <summary>The platform's server sends it as a form.</summary>
    Form,

    /// <summary>A browser brings it in the address.</summary>
    Address,

    /// <summary>It is a part of a message to the bot.</summary>
    Message,
}
