using System.Net.Http.Headers;
using System.Text;

namespace Accounts.Website;

/// <summary>
/// Sends the client's secret in the header (RFC 6749, section 2.3.1), where the framework's handler would have it in the body. The one POST of the
/// back channel is that to the token endpoint.
/// </summary>
internal sealed class BasicClientAuthentication(string clientId, string clientSecret) : DelegatingHandler
{
    private readonly AuthenticationHeaderValue _header = new(
        "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(clientId)}:{Uri.EscapeDataString(clientSecret)}")));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Post)
        {
            request.Headers.Authorization = _header;
        }

        return base.SendAsync(request, cancellationToken);
    }
}
