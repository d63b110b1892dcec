using System.Net;

namespace Accounts.Tests;

/// <summary>A network without a way to the provider, or with a proxy before it that says so.</summary>
/// <param name="answer">What is answered in the provider's place; nothing by default.</param>
internal sealed class Unreachable(HttpStatusCode? answer = null) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => answer is { } status
        ? Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent("away") })
        : Task.FromException<HttpResponseMessage>(new HttpRequestException("The host is unreachable."));
}
