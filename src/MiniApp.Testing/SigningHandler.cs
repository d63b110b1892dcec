using System.Net.Http.Headers;

namespace MiniApp.Testing;

/// <summary>Signs every request that is about to be sent, unless the test put credentials of its own into it.</summary>
internal sealed class SigningHandler(Func<AuthenticationHeaderValue> sign) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Also what is none, such as a token without a word before it: a test may send it to be refused.
        if (!request.Headers.NonValidated.Contains("Authorization"))
        {
            request.Headers.Authorization = sign();
        }

        return base.SendAsync(request, cancellationToken);
    }
}
