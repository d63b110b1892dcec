using System.Net;
using System.Text;

namespace MiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>Whatever is sent to the launcher, the answer is a refusal, never an error of the server.</summary>
/// <typeparam name="TPlatform">The platform.</typeparam>
public abstract class JsonEndpointTests<TPlatform>
    where TPlatform : ILauncherSubject
{
    [Fact]
    public async Task Body_that_is_not_text_is_refused()
    {
        await using var app = await LauncherApp<TPlatform>.StartAsync();

        foreach (var path in new[] { "/launcher/launch", "/launcher/claims" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(path, [0xff, 0xfe, 0x00], "application/json")).StatusCode);
            Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(path, [0xff], "application/json; charset=nonsense")).StatusCode);
            Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await SendAsync(path, """{"userId":42}"""u8.ToArray(), "text/plain")).StatusCode);
            Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await SendAsync(path, [], null)).StatusCode);
        }

        async Task<HttpResponseMessage> SendAsync(string path, byte[] body, string? type)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path);
            request.Headers.Add("X-MiniApp-Launcher", app.Secret);
            request.Content = new ByteArrayContent(body);
            Assert.True(request.Content.Headers.TryAddWithoutValidation("Content-Type", type ?? ""));
            return await app.Client.SendAsync(request);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Damaged_launches_are_signed_or_refused(int seed)
    {
        await using var app = await LauncherApp<TPlatform>.StartAsync();
        var random = new Random(seed);

        for (var round = 0; round < 400; round++)
        {
            var json = new StringBuilder(TPlatform.Launch);
            for (var hits = random.Next(1, 4); hits > 0; hits--)
            {
                json[random.Next(json.Length)] = (char)random.Next(1, random.Next(2) == 0 ? 128 : 0xd800);
            }

            using var response = await app.AskAsync(HttpMethod.Post, "/launcher/launch", json.ToString());
            Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{response.StatusCode} for {json}");
        }
    }
}
