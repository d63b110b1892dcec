namespace MiniApp.Tool.Platforms;

/// <summary>What a refusal is about. The kinds from <see cref="Time"/> on come after the proof, which was right.</summary>
internal enum RefusalKind
{
    /// <summary>The token is where the scheme does not look for one.</summary>
    NotRead,

    /// <summary>The token cannot be read.</summary>
    Malformed,

    /// <summary>A parameter is there more than once.</summary>
    DuplicateParameter,

    /// <summary>A parameter is not there.</summary>
    MissingParameter,

    /// <summary>The proof that the token would be judged by is not there.</summary>
    MissingProof,

    /// <summary>The token is for another app.</summary>
    OtherApp,

    /// <summary>The proof is wrong under the key.</summary>
    WrongProof,

    /// <summary>The token is too old, or dated in the future.</summary>
    Time,

    /// <summary>The token signs nobody in, or a contact is not that of the user.</summary>
    User,
}
