using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Accounts.Tests;

/// <summary>An open page of a mini app: one launch, and the binding that the page made up for it.</summary>
internal sealed class Page : IDisposable
{
    private readonly HttpClient _client;

    public Page(HttpClient client)
    {
        _client = client;
        _client.DefaultRequestHeaders.Add("Launch-Binding", Guid.NewGuid().ToString());
    }

    /// <summary>What whoever looks over a shoulder sees.</summary>
    public AuthenticationHeaderValue? Authorization => _client.DefaultRequestHeaders.Authorization;

    public Task<Answer> SignInAsync() => SendAsync(HttpMethod.Post, "/account");

    public Task<Answer> GetAsync() => SendAsync(HttpMethod.Get, "/account");

    public Task<Answer> KeepAsync(string text) => SendAsync(HttpMethod.Post, "/account/notes", new { text });

    public Task<Answer> AskAsync() => SendAsync(HttpMethod.Post, "/account/link-codes");

    public Task<Answer> OfferAsync(string code) => SendAsync(HttpMethod.Post, "/account/offers", new { code });

    public Task<Answer> PreviewAsync(string code) => SendAsync(HttpMethod.Post, "/account/links/preview", new { code });

    public Task<Answer> AcceptAsync(string code, string subject, bool merge = false) =>
        SendAsync(HttpMethod.Post, "/account/links", new { code, subject, merge });

    public Task<Answer> UnlinkAsync(string subject) => SendAsync(HttpMethod.Delete, "/account/links/" + subject);

    public async Task<Answer> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body as HttpContent ?? (body is null ? null : JsonContent.Create(body)) };
        using var response = await _client.SendAsync(request);
        return new((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.WwwAuthenticate.ToString());
    }

    public void Dispose() => _client.Dispose();
}
