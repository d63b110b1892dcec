namespace MiniApp.Tool.Platforms;

/// <summary>What a platform's tokens consist of, for showing one: no verdict comes from here.</summary>
/// <param name="Required">The parameters without which a token is incomplete.</param>
/// <param name="Integers">The parameters that must be integers.</param>
/// <param name="Proofs">The parameters that prove the others.</param>
/// <param name="Fragment">The token's name in the fragment of a page's address; <see langword="null"/> where it is the query.</param>
/// <param name="SignedPrefix">How the name of every signed parameter starts.</param>
internal sealed record TokenFormat(string[] Required, string[] Integers, string[] Proofs, string? Fragment, string SignedPrefix = "")
{
    /// <summary>The signed parameters, where they are a closed list.</summary>
    public string[]? Signed { get; init; }

    public bool IsProof(string name) => Proofs.Contains(name, StringComparer.Ordinal);

    /// <summary>Whether the proof is about this parameter, and the verifier therefore looks at it.</summary>
    public bool IsSigned(string name) => !IsProof(name)
        && (Signed?.Contains(name, StringComparer.Ordinal) ?? name.StartsWith(SignedPrefix, StringComparison.Ordinal));
}
