using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.AspNetCore.WebUtilities;
using TestSupport;

namespace Accounts.Tests;

/// <summary>
/// A provider's servers, as far as its page says what they do: codes that are good once, for the client, the address and the browser that
/// asked for them.
/// </summary>
internal abstract class FakeProvider : IAsyncDisposable
{
    private readonly Dictionary<string, Dictionary<string, string>> _asked = new(StringComparer.Ordinal);
    private readonly WebApplication _app;

    protected FakeProvider()
    {
        var builder = WebApplication.CreateSlimBuilder([UnwatchedSettings.Argument]);
        builder.WebHost.UseTestServer();
        _app = builder.Build();
    }

    /// <summary>The form of the last exchange of a code.</summary>
    public IReadOnlyDictionary<string, string> Exchanged { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What the last exchange of a code had in its header.</summary>
    public string Authorization { get; private set; } = "";

    public HttpMessageHandler CreateHandler() => _app.GetTestServer().CreateHandler();

    /// <summary>The user agrees: where the browser is sent back to.</summary>
    public string Authorize(Uri asked)
    {
        var query = Site.QueryOf(asked);
        var code = $"code-{_asked.Count}";
        _asked[code] = query;
        return QueryHelpers.AddQueryString(query["redirect_uri"], Answer(code, query["state"]));
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    protected async Task StartAsync()
    {
        Map(_app);
        await _app.StartAsync();
    }

    protected abstract void Map(WebApplication app);

    /// <summary>What stands in the address that the browser is sent back to.</summary>
    protected virtual Dictionary<string, string?> Answer(string code, string state) => new(StringComparer.Ordinal) { ["code"] = code, ["state"] = state };

    /// <summary>Whether the request brings a code that is good.</summary>
    protected async Task<bool> IsGoodAsync(HttpRequest request)
    {
        var form = (await request.ReadFormAsync()).ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);
        (Exchanged, Authorization) = (form, request.Headers.Authorization.ToString());
        return form["grant_type"] == "authorization_code"
            && _asked.Remove(form["code"], out var asked)
            && asked["client_id"] == form["client_id"]
            && asked["redirect_uri"] == form["redirect_uri"]
            && asked["code_challenge_method"] == "S256"
            && asked["code_challenge"] == WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"])));
    }
}
