using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace ScaleOut.Load;

/// <summary>One user after another who opens the app, and somebody who tries to be that user.</summary>
/// <param name="client">What asks.</param>
/// <param name="signers">Who signs.</param>
/// <param name="first">The id of the first user.</param>
/// <param name="step">How far the next user's id is: two launches of one user in one second are one launch.</param>
internal sealed class Visitor(Client client, Signers signers, long first, int step)
{
    /// <summary>After this time, what was revoked is refused by every instance.</summary>
    private static readonly TimeSpan InForce = TimeSpan.FromSeconds(2);

    public async Task RunAsync(CancellationToken stop)
    {
        for (var visit = 0; !stop.IsCancellationRequested; visit++)
        {
            await VisitAsync(first + ((long)visit * step), logsOut: visit % 4 == 3);
        }
    }

    private static string NewBinding() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    private async Task VisitAsync(long id, bool logsOut)
    {
        var (launch, session) = await SignInAsync(id);
        if (session is null)
        {
            return;
        }

        await ExpectMeAsync(id, session.AccessToken);
        await ExpectRefusalAsync(id, HttpMethod.Get, "/me", signers.Forge(id), "a forged launch");
        await ExpectRefusalAsync(id, HttpMethod.Post, "/session", launch, "a launch that somebody else used");
        await ExpectMeAsync(id, launch);

        var refreshed = await client.SendAsync(HttpMethod.Post, "/session/refresh", token: null, body: new { session.RefreshToken });
        if (!refreshed.IsGood)
        {
            client.Tally.CountRefusal($"a refresh token of user {id}: {refreshed}");
            return;
        }

        session = ReadSession(refreshed);
        await ExpectMeAsync(id, session.AccessToken);
        if (logsOut)
        {
            await LogOutAsync(id, session);
        }
    }

    private async Task<(string Launch, Session? Session)> SignInAsync(long id)
    {
        var binding = NewBinding();
        for (var attempt = 0; ; attempt++)
        {
            var launch = signers.Launch(id);
            var answer = await client.SendAsync(HttpMethod.Post, "/session", launch, binding);
            if (answer.IsGood)
            {
                return (launch, ReadSession(answer));
            }

            if (!answer.IsExpired || attempt == 3)
            {
                client.Tally.CountRefusal($"a launch of user {id}: {answer}");
                return (launch, null);
            }

            // It is dated by the second, and that of the memory's beginning may be meant.
            client.Tally.CountRenewal();
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }

    private async Task LogOutAsync(long id, Session session)
    {
        var answer = await client.SendAsync(HttpMethod.Delete, "/session", session.AccessToken);

        // Asked again because its first answer was lost, it finds that the session is over.
        if (!answer.IsGood && !answer.IsRefused)
        {
            client.Tally.CountRefusal($"the log-out of user {id}: {answer}");
            return;
        }

        await Task.Delay(InForce);
        for (var instance = 0; instance < 6; instance++)
        {
            await ExpectRefusalAsync(id, HttpMethod.Get, "/me", session.AccessToken, "a session that was logged out");
        }

        var refresh = await client.SendAsync(HttpMethod.Post, "/session/refresh", token: null, body: new { session.RefreshToken });
        if (!refresh.IsRefused)
        {
            client.Tally.CountWrong($"the refresh token of a session that was logged out: {refresh}");
        }
    }

    private async Task ExpectMeAsync(long id, string token)
    {
        var answer = await client.SendAsync(HttpMethod.Get, "/me", token);
        if (!answer.IsGood)
        {
            client.Tally.CountRefusal($"user {id}: {answer}");
        }
        else if (answer.Body != id.ToString(CultureInfo.InvariantCulture))
        {
            client.Tally.CountWrong($"user {id} was taken for {answer.Body}");
        }
    }

    private async Task ExpectRefusalAsync(long id, HttpMethod method, string path, string token, string what)
    {
        var answer = await client.SendAsync(method, path, token, method == HttpMethod.Post ? NewBinding() : null);
        if (!answer.IsRefused)
        {
            client.Tally.CountWrong($"{what} of user {id}: {answer}");
        }
    }

    private static Session ReadSession(Answer answer) => JsonSerializer.Deserialize<Session>(answer.Body, JsonSerializerOptions.Web)!;
}
