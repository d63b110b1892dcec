using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Bodies that hold no launch because they are broken, huge or of another kind: a clear answer, never a 500, never a hang.</summary>
public sealed class BadBodyTests
{
    private const int RequestStarting = 1;
    private const int RequestFinished = 2;

    private const string NoJson = "The body must be JSON in UTF-8.";
    private const string NoObject = "The body must be a JSON object.";
    private const string NoText = "The body must have launch as a text.";
    private const string Twice = "The body has launch twice.";
    private const string NoForm = "The body must be a form.";
    private const string TooLong = "The body is longer than 32768 bytes.";

    private const string Parts = "multipart/form-data; boundary=x";

    [Theory]
    [InlineData("/json", " ", BodyApp.Json, 400, NoJson)]
    [InlineData("/json", "{", BodyApp.Json, 400, NoJson)]
    [InlineData("/json", "hello", BodyApp.Json, 400, NoJson)]
    [InlineData("/json", """{"launch":"x"}}""", BodyApp.Json, 400, NoJson)]
    [InlineData("/json", """{"launch":"x"} {}""", BodyApp.Json, 400, NoJson)]
    [InlineData("/json", """{"launch":"\ud800"}""", BodyApp.Json, 400, NoJson)]
    [InlineData("/json", """{"\ud800":"x"}""", BodyApp.Json, 400, NoJson)]
    [InlineData("/json", "null", BodyApp.Json, 400, NoObject)]
    [InlineData("/json", "\"launch\"", BodyApp.Json, 400, NoObject)]
    [InlineData("/json", """[{"launch":"x"}]""", BodyApp.Json, 400, NoObject)]
    [InlineData("/json", """{"launch":1}""", BodyApp.Json, 400, NoText)]
    [InlineData("/json", """{"launch":["x"]}""", BodyApp.Json, 400, NoText)]
    [InlineData("/json", """{"launch":{"launch":"x"}}""", BodyApp.Json, 400, NoText)]
    [InlineData("/json", """{"launch":"x","launch":"x"}""", BodyApp.Json, 400, Twice)]
    [InlineData("/json", """{"launch":null,"launch":"x"}""", BodyApp.Json, 400, Twice)]
    [InlineData("/json", """{"launch":"x","l\u0061unch":"x"}""", BodyApp.Json, 400, Twice)]
    [InlineData("/json", """{"launch":"x"}""", "text/plain", 415, "The body must be JSON, with the content type application/json.")]
    [InlineData("/json", """{"launch":"x"}""", null, 415, "The body must be JSON, with the content type application/json.")]
    [InlineData("/json", "launch=x", BodyApp.Form, 415, "The body must be JSON, with the content type application/json.")]
    [InlineData("/form", """{"launch":"x"}""", "text/plain", 415, "The body must be JSON, with the content type application/json, or a form.")]
    [InlineData("/form", "launch=x&launch=y", BodyApp.Form, 400, Twice)]
    [InlineData("/form", "launch=x&Launch=y", BodyApp.Form, 400, Twice)]
    [InlineData("/form", "", Parts, 401, null)]
    [InlineData("/form", "--", Parts, 400, "The body ended early.")]
    [InlineData("/form", "--x\r\nContent-Disposition: form-data; name=launch\r\n\r\nx", Parts, 400, "The body ended early.")]
    [InlineData("/form", "--x\r\nContent-Disposition: form-data; name=launch\r\n\r\nx\r\n--x\r\nContent-Disposition: form-data; name=launch\r\n\r\ny\r\n--x--\r\n", Parts, 400, Twice)]
    [InlineData("/form", "--x--", "multipart/form-data", 400, NoForm)]
    [InlineData("/vk", "{", BodyApp.Json, 400, NoJson)]
    [InlineData("/unused", "{", BodyApp.Json, 400, NoJson)]
    [InlineData("/anybody", "{", BodyApp.Json, 400, NoJson)]
    [InlineData("/again", "{", BodyApp.Json, 400, NoJson)]
    [InlineData("/body/session", "{", BodyApp.Json, 400, NoJson)]
    public async Task Body_is_answered_by_what_is_wrong_with_it(string path, string body, string? contentType, int status, string? detail)
    {
        await using var app = await BodyApp.StartAsync();
        await ShouldAnswerAsync(app, path, BodyApp.Content(body, contentType), status, detail);
    }

    [Fact]
    public async Task Text_that_is_no_utf8_is_a_bad_body_in_json_and_no_launch_in_a_form()
    {
        await using var app = await BodyApp.StartAsync();

        await ShouldAnswerAsync(
            app, "/json", BodyApp.Content([.. "{\"launch\":\""u8, 0xff, 0xc0, .. "\"}"u8], BodyApp.Json), 400, NoJson);
        await ShouldAnswerAsync(
            app, "/json", BodyApp.Content(Encoding.Unicode.GetBytes("""{"launch":"x"}"""), "application/json; charset=utf-16"), 400, NoJson);
        foreach (var body in new byte[][] { [.. "launch="u8, 0xff, 0xc0], [.. "launch=%ff%c0"u8], [.. "launch=%zz%"u8] })
        {
            await ShouldAnswerAsync(app, "/form", BodyApp.Content(body, BodyApp.Form), 401, null);
        }
    }

    [Fact]
    public async Task Json_that_is_deep_is_a_bad_body_and_may_be_as_deep_as_everywhere()
    {
        await using var app = await BodyApp.StartAsync();
        var launch = PlatformScheme.Of("VkMiniApp").Good();

        await ShouldAnswerAsync(app, "/json", Deep(63), 200, null);
        await ShouldAnswerAsync(app, "/json", Deep(64), 400, NoJson);
        await ShouldAnswerAsync(app, "/json", BodyApp.Content(new string('[', 30_000), BodyApp.Json), 400, NoObject);

        HttpContent Deep(int depth) => BodyApp.Content(
            $"{{\"more\":{new string('[', depth)}{new string(']', depth)},\"launch\":\"{launch}\"}}", BodyApp.Json);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_may_be_as_long_as_any_launch_and_no_longer(bool isChunked)
    {
        await using var app = await BodyApp.StartAsync();
        var launch = PlatformScheme.Of("VkMiniApp").Good();

        foreach (var (length, status, detail) in new[] { (32_768, 200, null), (32_769, 413, TooLong), (1_000_000, 413, TooLong) })
        {
            await ShouldAnswerAsync(app, "/json", await ChunkedAsync(BodyApp.Content($"{{\"launch\":\"{launch}\"}}".PadRight(length), BodyApp.Json)), status, detail);
            await ShouldAnswerAsync(app, "/form", await ChunkedAsync(BodyApp.Content($"launch={launch}&more=".PadRight(length, 'x'), BodyApp.Form)), status, detail);
        }

        async Task<HttpContent> ChunkedAsync(HttpContent content)
        {
            if (!isChunked)
            {
                return content;
            }

            var chunked = new StreamContent(new Unseekable(await content.ReadAsByteArrayAsync()));
            chunked.Headers.ContentType = content.Headers.ContentType;
            return chunked;
        }
    }

    [Fact]
    public async Task Form_of_too_many_fields_or_with_a_huge_name_is_a_bad_body()
    {
        await using var app = await BodyApp.StartAsync();
        var launch = PlatformScheme.Of("VkMiniApp").Good();

        await ShouldAnswerAsync(app, "/form", BodyApp.Content($"launch={launch}{string.Concat(Enumerable.Range(0, 1023).Select(n => $"&f{n}=1"))}", BodyApp.Form), 200, null);
        await ShouldAnswerAsync(app, "/form", BodyApp.Content($"launch={launch}{string.Concat(Enumerable.Range(0, 1024).Select(n => $"&f{n}=1"))}", BodyApp.Form), 400, NoForm);
        await ShouldAnswerAsync(app, "/form", BodyApp.Content($"launch={launch}&{new string('n', 2049)}=1", BodyApp.Form), 400, NoForm);
    }

    [Fact]
    public async Task Whatever_happens_to_a_body_on_its_way_nothing_breaks()
    {
        var random = new Random(14);
        await using var app = await BodyApp.StartAsync();
        var bodies = new[]
        {
            BodyApp.JsonOf(PlatformScheme.Of("MaxMiniApp").Good()),
            BodyApp.FormOf(PlatformScheme.Of("TelegramMiniApp").Good()),
            BodyApp.PartsOf(PlatformScheme.Of("VkMiniApp").Good()),
        };

        foreach (var body in bodies)
        {
            var text = await body.ReadAsStringAsync();
            for (var run = 0; run < 300; run++)
            {
                var damaged = BodyApp.Content(Damage.To(text, random), body.Headers.ContentType!.ToString());
                Assert.Contains((await app.PostAsync("/form", damaged)).Status, new[] { 200, 400, 401 });
            }
        }

        Assert.DoesNotContain(app.Logs.Entries, entry => entry.Level >= LogLevel.Error);
    }

    [Theory]
    [InlineData("Content-Length: 100\r\n\r\n{\"launch\":")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n5\r\n{\"lau\r\n")]
    public async Task Page_that_goes_away_in_the_middle_of_its_body_breaks_nothing(string rest)
    {
        await using var server = await KestrelServer.StartAsync();
        using (var client = await server.SendAsync(rest))
        {
            await server.HasLoggedAsync(RequestStarting, 1);
            client.Client.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        Assert.StartsWith("HTTP/1.1 401", await server.AskAsync("Content-Length: 2\r\n\r\n{}"), StringComparison.Ordinal);
        await server.HasLoggedAsync(RequestFinished, 2);
        Assert.DoesNotContain(server.Logs.Entries, entry => entry.Level >= LogLevel.Error);
    }

    [Theory]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nzz\r\n", "400")]
    [InlineData("Content-Length: 40000\r\n\r\n{", "413")]
    public async Task Body_that_is_no_chunk_or_too_long_by_its_own_account_is_answered(string rest, string status)
    {
        await using var server = await KestrelServer.StartAsync();

        Assert.StartsWith($"HTTP/1.1 {status}", await server.AskAsync(rest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_that_trickles_is_given_up_in_the_servers_time()
    {
        await using var server = await KestrelServer.StartAsync(
            limits => limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 1000, gracePeriod: TimeSpan.FromSeconds(1.1)));

        Assert.StartsWith("HTTP/1.1 408", await server.AskAsync("Content-Length: 100\r\n\r\n{"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limit_of_the_server_counts_where_it_is_the_lower_one()
    {
        await using var server = await KestrelServer.StartAsync(limits => limits.MaxRequestBodySize = 50);

        Assert.StartsWith(
            "HTTP/1.1 413",
            await server.AskAsync($"Transfer-Encoding: chunked\r\n\r\n40\r\n{new string(' ', 64)}\r\n0\r\n\r\n"),
            StringComparison.Ordinal);
    }

    private static async Task ShouldAnswerAsync(SessionApp app, string path, HttpContent body, int status, string? detail)
    {
        var reply = await app.PostAsync(path, body);

        Assert.Equal((status, detail), (reply.Status, reply.Status is 200 or 401 ? null : (string?)JsonNode.Parse(reply.Body)!["detail"]));
        if (detail is not null)
        {
            Assert.Null(reply.Challenge);
            Assert.Equal(new MediaTypeHeaderValue("application/problem+json"), reply.ContentHeaders.ContentType);
        }
    }

    /// <summary>The real server, which is sent bodies by hand.</summary>
    private sealed class KestrelServer : IAsyncDisposable
    {
        private readonly WebApplication _app;

        private KestrelServer(WebApplication app, LogCollector logs) => (_app, Logs) = (app, logs);

        public LogCollector Logs { get; }

        public static async Task<KestrelServer> StartAsync(Action<KestrelServerLimits>? limit = null)
        {
            var logs = new LogCollector();
            var app = TestApp.Build(
                builder =>
                {
                    builder.Logging.SetMinimumLevel(LogLevel.Debug).AddProvider(logs);
                    builder.WebHost.UseUrls("http://127.0.0.1:0");
                    builder.WebHost.ConfigureKestrel(options => limit?.Invoke(options.Limits));
                    PlatformScheme.Of("VkMiniApp").AddTo(builder.Services.AddAuthentication());
                },
                app => app.MapPost("/in", () => "in").RequireAuthorization().TakeLaunchFromBody("launch"),
                kestrel: true);
            await app.StartAsync();
            return new(app, logs);
        }

        public async Task<TcpClient> SendAsync(string rest)
        {
            var address = new Uri(_app.Urls.First());
            var client = new TcpClient();
            await client.ConnectAsync(address.Host, address.Port);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
                "POST /in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n" + rest));
            return client;
        }

        /// <summary>Waits for what the framework says of so many requests.</summary>
        public Task HasLoggedAsync(int id, int count) => Instances.UntilAsync(
            () => Logs.Entries.Count(entry => entry.Category == "Microsoft.AspNetCore.Hosting.Diagnostics" && entry.EventId.Id == id) >= count);

        /// <summary>The first line of the answer, which the server may send while it still waits for the body.</summary>
        public async Task<string?> AskAsync(string rest)
        {
            using var client = await SendAsync(rest);
            using var reader = new StreamReader(client.GetStream());
            return await reader.ReadLineAsync().WaitAsync(Patience.Limit);
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();
    }
}
