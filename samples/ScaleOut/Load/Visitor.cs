namespace ScaleOut.Load;

/// <summary>One user after another who opens the app, and somebody who tries to be that user.</summary>
/// <param name="client">What asks.</param>
/// <param name="signers">Who signs.</param>
/// <param name="first">The id of the first user.</param>
/// <param name="step">How far the next user's id is: two launches of one user in one second are one launch.</param>
/// <param name="visitsALogOut">One visit of how many ends with a log-out.</param>
internal sealed class Visitor(Client client, Signers signers, long first, int step, int visitsALogOut = 4)
{
    public async Task RunAsync(CancellationToken stop)
    {
        for (var visit = 0; !stop.IsCancellationRequested; visit++)
        {
            await VisitAsync(first + ((long)visit * step), logsOut: visit % visitsALogOut == visitsALogOut - 1);
        }
    }

    private async Task VisitAsync(long id, bool logsOut)
    {
        var page = new Page(client, signers, id);
        if (!await page.SignInAsync())
        {
            return;
        }

        await page.ExpectMeAsync(page.Session.AccessToken);
        await Page.ThinkAsync();
        await page.ExpectRefusalAsync(HttpMethod.Get, "/me", signers.Forge(id), "a forged launch");
        await page.ExpectRefusalAsync(HttpMethod.Post, "/session", page.Launch, "a launch that somebody else used");
        await page.ExpectMeAsync(page.Launch);
        await Page.ThinkAsync();
        if (!await page.RefreshAsync())
        {
            return;
        }

        await page.ExpectMeAsync(page.Session.AccessToken);
        await Page.ThinkAsync();
        if (logsOut && await page.LogOutAsync())
        {
            await page.ExpectEndAsync(page.Session.AccessToken, "a session that was logged out");
        }
    }
}
