using System.Net.Http.Headers;

namespace MiniApp.Testing;

/// <summary>Signs every request that is about to be sent, unless the test put credentials of its own into it.</summary>
internal sealed class SigningHandler(Func<AuthenticationHeaderValue> sign) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization ??= sign();
        return base.SendAsync(request, cancellationToken);
    }
}
