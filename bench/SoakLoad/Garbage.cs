using System.Net;
using System.Text;
using ScaleOut.Load;

namespace SoakLoad;

/// <summary>Sends what no page sends, one in ten of all requests. Nothing of it may get in, and nothing may fail over it.</summary>
internal sealed class Garbage(HttpClient http, Tally tally, StatusCounter statuses)
{
    private const int Share = 10;

    /// <summary>Under a key of nobody's, for damage: a good launch that is damaged in what is not signed would be a good one.</summary>
    private readonly Signers _strangers = new(6736218, "a key that no instance knows");

    private long _sent;

    public long Sent => Interlocked.Read(ref _sent);

    public async Task RunAsync(Random random, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            if (Sent * Share > statuses.Requests)
            {
                await Task.Delay(5, CancellationToken.None);
                continue;
            }

            Interlocked.Increment(ref _sent);
            using var request = Make(random);
            try
            {
                using var response = await http.SendAsync(request, CancellationToken.None);
                if ((int)response.StatusCode is < 400 or >= 500 && response.StatusCode != HttpStatusCode.ServiceUnavailable)
                {
                    tally.CountWrong($"garbage: {(int)response.StatusCode} to {request.Method} {request.RequestUri}");
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
            {
                // That there is no answer is counted already.
            }
        }
    }

    private HttpRequestMessage Make(Random random)
    {
        var request = random.Next(4) switch
        {
            0 => new HttpRequestMessage(HttpMethod.Get, "/me"),
            1 => new HttpRequestMessage(HttpMethod.Post, "/session"),
            2 => new HttpRequestMessage(HttpMethod.Delete, "/session/all"),
            _ => new HttpRequestMessage(HttpMethod.Post, "/session/refresh") { Content = Body(random) },
        };
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + Token(random));
        return request;
    }

    private string Token(Random random) => random.Next(5) switch
    {
        0 => Convert.ToBase64String(Bytes(random, 3000)),
        1 => string.Concat(Enumerable.Range(0, random.Next(1, 400)).Select(_ => $"vk_{(char)random.Next('a', 'z')}={random.Next()}&")),
        2 => new string((char)random.Next(0x21, 0x7E), random.Next(1, 7000)),
        3 => "CfDJ8" + Convert.ToBase64String(Bytes(random, 600)).Replace('+', '-').Replace('/', '_'),
        _ => Damage(random, _strangers.Launch(random.Next(1, int.MaxValue))),
    };

    private static string Damage(Random random, string launch)
    {
        var text = new StringBuilder(launch);
        for (var count = random.Next(1, 9); count > 0; count--)
        {
            text[random.Next(text.Length)] = (char)random.Next(0x21, 0x7E);
        }

        return text.ToString();
    }

    private static ByteArrayContent Body(Random random) => random.Next(3) switch
    {
        0 => new ByteArrayContent(Bytes(random, 50_000)) { Headers = { ContentType = new("application/json") } },
        1 => new StringContent(new string('[', random.Next(1, 20_000)), Encoding.UTF8, "application/json"),
        _ => new StringContent($$"""{"refreshToken":"{{Convert.ToBase64String(Bytes(random, 500))}}"}""", Encoding.UTF8, "application/json"),
    };

    private static byte[] Bytes(Random random, int most)
    {
        var bytes = new byte[random.Next(1, most)];
        random.NextBytes(bytes);
        return bytes;
    }
}
