using ScaleOut.BackEnd;

namespace ScaleOut.Load;

/// <summary>What has to outlive everything: a ban and a log-out stay in force, and what was used stays used.</summary>
internal sealed class Keepsakes(Client client, Signers signers)
{
    private const long BannedUser = 666;

    private readonly Page _banned = new(client, signers, BannedUser);
    private readonly Page _loggedOut = new(client, signers, 667);
    private readonly Page _robbed = new(client, signers, 668);
    private readonly Page _signedIn = new(client, signers, 669);
    private string? _unused;
    private bool _isBanned;
    private bool _isLoggedOut;

    /// <summary>Bans a user, until every instance knows.</summary>
    public async Task BanAsync()
    {
        var ban = await client.SendAsync(HttpMethod.Post, $"/bans/{BannedUser}", signers.Launch(Instance.Operator));
        if (!ban.IsGood)
        {
            client.Tally.CountRefusal($"the operator: {ban}");
        }

        await _banned.ExpectEndAsync(signers.Launch(BannedUser), "the ban");
        _isBanned = true;
    }

    /// <summary>Uses a launch, keeps another one unused, and ends a session.</summary>
    public async Task PrepareAsync()
    {
        _unused = signers.Launch(670);
        if (await _robbed.SignInAsync() && await _signedIn.SignInAsync() && await _loggedOut.SignInAsync() && await _loggedOut.LogOutAsync())
        {
            await _loggedOut.ExpectEndAsync(_loggedOut.Session.AccessToken, "a session that was logged out");
            _isLoggedOut = true;
        }
    }

    /// <summary>After the memory was lost: nobody can tell whether a launch was used, and so neither is taken. What is signed in goes on.</summary>
    public async Task CheckMemoryAsync()
    {
        await _robbed.ExpectRefusalAsync(HttpMethod.Post, "/session", _robbed.Launch, "a launch that was used before the memory was lost");
        await _robbed.ExpectRefusalAsync(HttpMethod.Post, "/session", _unused!, "an unused launch from before the memory was lost");
        await _signedIn.ExpectMeAsync(_signedIn.Session.AccessToken);
        await _signedIn.ExpectMeAsync(_signedIn.Launch);
    }

    /// <summary>A fresh launch of who is banned, and the session of who logged out, on every instance.</summary>
    public async Task CheckAsync()
    {
        if (_isBanned)
        {
            await _banned.ExpectRefusalsAsync(signers.Launch(BannedUser), "the ban");
        }

        if (_isLoggedOut)
        {
            await _loggedOut.ExpectRefusalsAsync(_loggedOut.Session.AccessToken, "a session that was logged out");
        }
    }
}
