using ScaleOut.BackEnd;
using ScaleOut.Load;

namespace SoakLoad;

/// <summary>
/// The app's key, which changes again and again as <c>docs/settings.md</c> says: the new one beside the old one, then VK signs with it, and then
/// the old one goes. After that, nothing that it signed may be taken.
/// </summary>
internal sealed class KeyRotation
{
    private const long AppId = 6736218;
    private const long Straggler = 671;

    /// <summary>That of those who forge, as <see cref="Signers"/> has it.</summary>
    private const string ForgersSecret = "nobody knows the real one";

    /// <summary>Longer than any instance takes to read its file.</summary>
    private static readonly TimeSpan TakenUp = TimeSpan.FromSeconds(10);

    /// <summary>Longer than any page is open.</summary>
    private static readonly TimeSpan Visit = TimeSpan.FromSeconds(50);

    private readonly Cluster _cluster;
    private readonly string[] _planted;
    private string _secret = "key 0";

    /// <param name="cluster">The instances.</param>
    /// <param name="isPlanted">Whether they take what forgers sign.</param>
    public KeyRotation(Cluster cluster, bool isPlanted)
    {
        _cluster = cluster;
        _planted = isPlanted ? [ForgersSecret] : [];
        Signers = new(AppId, _secret);
        _cluster.SetSecrets(AppId, [_secret, .. _planted]);
    }

    /// <summary>VK, which signs with the key of now.</summary>
    public Signers Signers { get; }

    /// <summary>How many keys have gone.</summary>
    public int Rotations { get; private set; }

    public async Task RunAsync(Client client, CancellationToken stop)
    {
        try
        {
            while (true)
            {
                var (old, changed) = (_secret, $"key {Rotations + 1}");
                _cluster.SetSecrets(AppId, [changed, old, .. _planted]);
                await Task.Delay(TakenUp, stop);
                Signers.ChangeSecret(changed);
                await Task.Delay(Visit, stop);
                _cluster.SetSecrets(AppId, [changed, .. _planted]);
                await Task.Delay(TakenUp, stop);
                await new Page(client, Signers, Straggler).ExpectRefusalsAsync(new Signers(AppId, old).Launch(Straggler), "a launch under a key that has gone");
                (_secret, Rotations) = (changed, Rotations + 1);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Both keys are good until the last page has finished.
        }
    }
}
