using System.Net;

namespace SoakLoad;

/// <summary>
/// Asks the instances in turns, without a proxy whose own answers would be among theirs, and counts what they say. 503 is deliberate, while Redis
/// restarts; every other 5xx, and no answer at all, is a fault.
/// </summary>
internal sealed class StatusCounter(IReadOnlyList<int> ports) : DelegatingHandler(new SocketsHttpHandler())
{
    private long _requests;
    private long _unavailable;
    private long _faults;

    public long Requests => Interlocked.Read(ref _requests);

    public long Unavailable => Interlocked.Read(ref _unavailable);

    public long Faults => Interlocked.Read(ref _faults);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var turn = Interlocked.Increment(ref _requests);
        request.RequestUri = new UriBuilder(request.RequestUri!) { Port = ports[(int)(turn % ports.Count)] }.Uri;
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (response.StatusCode == HttpStatusCode.ServiceUnavailable)
            {
                Interlocked.Increment(ref _unavailable);
            }
            else if (response.StatusCode >= HttpStatusCode.InternalServerError)
            {
                Note($"{(int)response.StatusCode} to {request.Method} {request.RequestUri?.AbsolutePath}");
            }

            return response;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            Note($"no answer to {request.Method} {request.RequestUri?.AbsolutePath}: {exception.Message}");
            throw;
        }
    }

    private void Note(string fault)
    {
        Interlocked.Increment(ref _faults);
        Console.Error.WriteLine($"fault: {fault}");
    }
}
