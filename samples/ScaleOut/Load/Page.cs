using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace ScaleOut.Load;

/// <summary>The page that one user has open. It notices where its user is refused, or taken for another.</summary>
internal sealed class Page(Client client, Signers signers, long userId)
{
    /// <summary>So many that each instance has its turn.</summary>
    private const int Calls = 6;

    private static readonly TimeSpan InForce = TimeSpan.FromSeconds(2);

    /// <summary>Longer than Redis is ever away: by then at the latest, each instance has read of a log-out.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>What it was opened with.</summary>
    public string Launch { get; private set; } = "";

    /// <summary>What it got for that.</summary>
    public Session Session { get; private set; } = new("", "");

    private static string NewBinding() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    /// <summary>Exchanges a launch, and a fresh one where the first is older than the memory of what was used.</summary>
    public async Task<bool> SignInAsync()
    {
        var binding = NewBinding();
        for (var attempt = 0; ; attempt++)
        {
            Launch = signers.Launch(userId);
            var answer = await client.SendAsync(HttpMethod.Post, "/session", Launch, binding);
            if (answer.IsGood)
            {
                Session = ReadSession(answer);
                return true;
            }

            if (!answer.IsExpired || attempt == 3)
            {
                client.Tally.CountRefusal($"a launch of user {userId}: {answer}");
                return false;
            }

            // It is dated by the second, and that of the memory's beginning may be meant.
            client.Tally.CountRenewal();
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }

    public async Task<bool> RefreshAsync()
    {
        var answer = await TryRefreshAsync();
        if (answer.IsGood)
        {
            Session = ReadSession(answer);
            return true;
        }

        if (answer.IsExpired)
        {
            client.Tally.CountRenewal();
            return await SignInAsync();
        }

        client.Tally.CountRefusal($"a refresh token of user {userId}: {answer}");
        return false;
    }

    private Task<Answer> TryRefreshAsync() =>
        client.SendAsync(HttpMethod.Post, "/session/refresh", token: null, body: new { Session.RefreshToken });

    /// <summary>Ends the session here.</summary>
    /// <returns>Whether it was said to have ended on all instances.</returns>
    public async Task<bool> LogOutAsync()
    {
        var answer = await client.SendAsync(HttpMethod.Delete, "/session", Session.AccessToken);

        // Asked again because its first answer was lost, or was 503, it finds that the session is over: on that instance, at least.
        if (!answer.IsGood && !answer.IsRevoked)
        {
            client.Tally.CountRefusal($"the log-out of user {userId}: {answer}");
        }

        return answer.IsGood;
    }

    public async Task ExpectMeAsync(string token)
    {
        var answer = await client.SendAsync(HttpMethod.Get, "/me", token);
        if (!answer.IsGood)
        {
            client.Tally.CountRefusal($"user {userId}: {answer}");
        }
        else if (answer.Body != userId.ToString(CultureInfo.InvariantCulture))
        {
            client.Tally.CountWrong($"user {userId} was taken for {answer.Body}");
        }
    }

    /// <summary>Calls as somebody else does who came by the token.</summary>
    public async Task ExpectRefusalAsync(HttpMethod method, string path, string token, string what)
    {
        var answer = await client.SendAsync(method, path, token, method == HttpMethod.Post ? NewBinding() : null);
        if (!answer.IsRefused)
        {
            client.Tally.CountWrong($"{what} of user {userId}: {answer}");
        }
    }

    /// <summary>Waits between two things that its user does.</summary>
    public static Task ThinkAsync() => Task.Delay(TimeSpan.FromMilliseconds(50));

    /// <summary>Calls all instances, which nginx takes in turns.</summary>
    public async Task ExpectRefusalsAsync(string token, string what)
    {
        for (var call = 0; call < Calls; call++)
        {
            await ExpectRefusalAsync(HttpMethod.Get, "/me", token, what);
        }
    }

    /// <summary>
    /// Asks every instance again and again for two seconds, and for longer where one of them still lets a user in who was signed out; notes
    /// when that was the last time.
    /// </summary>
    public async Task ExpectEndAsync(string token, string what)
    {
        var ended = TimeProvider.System.GetTimestamp();
        var last = TimeSpan.Zero;
        while (TimeProvider.System.GetElapsedTime(ended) is var time && time < InForce + last)
        {
            if (time > Patience)
            {
                client.Tally.CountWrong($"{what} of user {userId}");
                return;
            }

            if (!await IsRefusedEverywhereAsync(token))
            {
                last = TimeProvider.System.GetElapsedTime(ended);
            }

            await Task.Delay(InForce / 10);
        }

        client.Tally.NoteEnd(last);
    }

    private static Session ReadSession(Answer answer) => JsonSerializer.Deserialize<Session>(answer.Body, JsonSerializerOptions.Web)!;

    /// <summary>An access token, and the refresh token where there is one.</summary>
    private async Task<bool> IsRefusedEverywhereAsync(string token)
    {
        for (var call = 0; call < Calls; call++)
        {
            if (!(await client.SendAsync(HttpMethod.Get, "/me", token)).IsRefused)
            {
                return false;
            }
        }

        return Session.RefreshToken.Length == 0 || (await TryRefreshAsync()).IsRefused;
    }
}
