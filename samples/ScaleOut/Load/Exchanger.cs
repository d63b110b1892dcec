namespace ScaleOut.Load;

/// <summary>
/// One user after another who exchanges a launch, and nothing else: so that there are always some under way whose answer is lost, and that
/// nginx sends to another instance, which finds them used.
/// </summary>
internal sealed class Exchanger(Client client, Signers signers, long first, int step)
{
    public async Task RunAsync(CancellationToken stop)
    {
        for (var id = first; !stop.IsCancellationRequested; id += step)
        {
            await new Page(client, signers, id).SignInAsync();
            await Page.ThinkAsync();
        }
    }
}
