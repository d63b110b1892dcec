using System.Net;
using System.Net.Http.Headers;

namespace ScaleOut.Load;

/// <summary>Asks again where nobody could be reached, as a page does.</summary>
internal sealed class Client(HttpClient http, CancellationToken aborted)
{
    /// <summary>Counts what happens; the rehearsal gives each of its steps a new one.</summary>
    public Tally Tally { get; set; } = new();

    /// <param name="method">The method.</param>
    /// <param name="path">The path.</param>
    /// <param name="token">What stands behind <c>Bearer</c>.</param>
    /// <param name="binding">The binding of a launch.</param>
    /// <param name="body">The body, in JSON.</param>
    public async Task<Answer> SendAsync(HttpMethod method, string path, string? token, string? binding = null, object? body = null)
    {
        while (true)
        {
            var answer = await TrySendAsync(method, path, token, binding, body);
            if (!answer.IsAway)
            {
                return answer;
            }

            Tally.CountAway(isExchange: path.StartsWith("/session", StringComparison.Ordinal));
            await Task.Delay(100, aborted);
        }
    }

    private async Task<Answer> TrySendAsync(HttpMethod method, string path, string? token, string? binding, object? body)
    {
        Tally.CountRequest();
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        if (binding is not null)
        {
            request.Headers.Add("Launch-Binding", binding);
        }

        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
        }

        try
        {
            using var response = await http.SendAsync(request, aborted);
            return new(response.StatusCode, response.Headers.WwwAuthenticate.ToString(), await response.Content.ReadAsStringAsync(aborted));
        }
        catch (HttpRequestException)
        {
            return new(HttpStatusCode.BadGateway, "", "");
        }
        catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
        {
            return new(HttpStatusCode.GatewayTimeout, "", ""); // the client's own patience was over
        }
    }
}
