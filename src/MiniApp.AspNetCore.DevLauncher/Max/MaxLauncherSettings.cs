namespace MaxMiniApp.AspNetCore.DevLauncher;

/// <summary>What the page offers to pick from. No token is in it.</summary>
/// <param name="Bots">The bots of the scheme by their places, from 1: nothing but a token names one.</param>
internal sealed record MaxLauncherSettings(IReadOnlyList<int> Bots)
{
    public static MaxLauncherSettings Of(MaxLaunchSigner signer) => new([.. Enumerable.Range(1, signer.Scheme.Bots.Count)]);
}
