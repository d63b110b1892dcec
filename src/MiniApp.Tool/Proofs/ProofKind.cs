namespace MiniApp.Tool.Proofs;

/// <summary>What platforms prove.</summary>
internal enum ProofKind
{
    /// <summary>Who opened a mini app. It is the only kind that signs a user in at a scheme, and is no <see cref="Proof"/>.</summary>
    Launch,

    /// <summary>That a user asked for a request: VK's <c>VKWebAppCreateHash</c>.</summary>
    Hash,

    /// <summary>A phone number, or an e-mail address, that a page got of its user.</summary>
    Contact,

    /// <summary>A contact that a bot got in a message: MAX's alone.</summary>
    Card,

    /// <summary>The news of a payment, which VK's server sends.</summary>
    Payment,

    /// <summary>A sign-in on a web site: Telegram's Login Widget.</summary>
    Widget,
}
