namespace ScaleOut.Load;

/// <summary>A user who signed in once, and goes on whatever happens: the session and the launch are good for longer than the rehearsal.</summary>
internal sealed class Reader(Client client, Signers signers, long id)
{
    public async Task RunAsync(CancellationToken stop)
    {
        var page = new Page(client, signers, id);
        if (!await page.SignInAsync())
        {
            return;
        }

        while (!stop.IsCancellationRequested)
        {
            await page.ExpectMeAsync(page.Session.AccessToken);
            await page.ExpectMeAsync(page.Launch);
            await Page.ThinkAsync();
        }
    }
}
