using MiniApp.Tool.Platforms;
using MiniApp.Tool.Proofs;
using MiniApp.Tool.Terminal;
using TelegramMiniApp;

namespace MiniApp.Tool.Inspection;

/// <summary>A proof that somebody pasted, as it is or with something around it.</summary>
internal sealed record PastedProof(Proof Proof, ProofView View)
{
    /// <summary>Names that init data has, and no contact and no sign-in.</summary>
    private static readonly string[] InitDataAlone =
    [
        TelegramInitDataFieldNames.User,
        TelegramInitDataFieldNames.QueryId,
        TelegramInitDataFieldNames.ChatInstance,
        TelegramInitDataFieldNames.StartParam,
        .. AllPlatforms.List.Select(platform => platform.Format.Fragment).OfType<string>(),
    ];

    /// <summary>Finds out what was pasted.</summary>
    /// <param name="pasted">The text.</param>
    /// <param name="kind">What it is; <see langword="null"/> to guess.</param>
    /// <param name="platform">Whose it is; <see langword="null"/> to guess.</param>
    /// <returns><see langword="null"/> for a launch, or what may be one.</returns>
    /// <exception cref="UsageException">The platform has nothing of this kind.</exception>
    public static PastedProof? Find(string pasted, ProofKind? kind, IPlatform? platform)
    {
        Proof[] proofs = [.. AllProofs.Find(kind, platform)];
        if (kind == ProofKind.Launch || (kind is null && (proofs is [] || PastedText.Read(pasted).Header is not null)))
        {
            return null;
        }

        return proofs is []
            ? throw new UsageException(
                $"{platform!.Title} has no such proof.", "Leave --platform or --kind out, or name another one.")
            : Guess(pasted, proofs, isLaunchPossible: kind is null)
                ?? (kind is null ? null : new PastedProof(proofs[0], Read(new Wrapping(pasted, []))));
    }

    private static PastedProof? Guess(string pasted, Proof[] proofs, bool isLaunchPossible)
    {
        foreach (var wrapping in Unwrapper.Find(pasted).Prepend(new Wrapping(pasted, [])))
        {
            foreach (var view in ProofView.Read(wrapping))
            {
                if (AllProofs.Guess(proofs, view.Names) is { } proof)
                {
                    return new PastedProof(proof, view);
                }
            }

            if (isLaunchPossible && IsLaunch(DecodedToken.Read(wrapping.Token).Text ?? ""))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Whether a text has what only launches have: nothing inside one is what was pasted.</summary>
    private static bool IsLaunch(string text) => AllPlatforms.Guess(text) is { } platform
        && (platform == AllPlatforms.Vk || InitDataAlone.Any(name => text.Contains($"{name}=", StringComparison.Ordinal)));

    /// <summary>What was pasted, which looks like nothing.</summary>
    private static ProofView Read(Wrapping wrapping) =>
        ProofView.Read(wrapping).FirstOrDefault() ?? new ProofView(wrapping.Token, "unreadable", [], []);
}
