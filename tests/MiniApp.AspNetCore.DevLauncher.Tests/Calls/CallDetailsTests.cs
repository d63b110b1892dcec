using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using VkMiniApp.AspNetCore.DevLauncher.Tests;

namespace MiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>What the panel gets to know of a call as it went over the wire, and that the call is none the worse for it.</summary>
public class CallDetailsTests
{
    private const string Json = """{"имя":"Ада","id":9007199254740993}""";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Headers_and_bodies_are_told_as_they_went_over_the_wire(bool isBehindSockets)
    {
        await using var app = await StartAsync(isBehindSockets, back => back.MapPost("/echo", (JsonElement body, HttpResponse response) =>
        {
            response.Headers["X-Answer"] = "42";
            return body;
        }));

        Assert.Equal(Json, Plain(await PostAsync(app, "/echo?a=b", Json, "application/json; charset=utf-8")));
        var details = await DetailsAsync(app);

        Assert.EndsWith("/echo?a=b", details.GetProperty("address").GetString(), StringComparison.Ordinal);
        Assert.Equal("Bearer x", Header(details, "requestHeaders", "Authorization"));
        Assert.Equal("42", Header(details, "responseHeaders", "X-Answer"));
        Assert.Equal((Json, Encoding.UTF8.GetByteCount(Json), false), Body(details, "requestBody"));
        Assert.Equal(Json, Plain(Body(details, "responseBody").Text!));
        Assert.Equal(VkApp.Now * 1000, details.GetProperty("at").GetInt64());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_way_to_write_a_body_arrives_whole_and_is_told(bool isBehindSockets)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "file");
        await using var app = await StartAsync(isBehindSockets, back =>
        {
            back.MapPost("/pipe", (HttpResponse response) =>
            {
                response.ContentType = "text/plain";
                "pipe"u8.CopyTo(response.BodyWriter.GetSpan(4));
                response.BodyWriter.Advance(4); // and no flush
            });
            back.MapPost("/stream", async (HttpResponse response) =>
            {
                response.ContentType = "text/plain";
                await response.Body.WriteAsync("str"u8.ToArray());
                await response.Body.FlushAsync();
                await response.BodyWriter.WriteAsync("eam"u8.ToArray());
                await response.CompleteAsync();
            });
            back.MapPost("/file", (HttpResponse response) =>
            {
                response.ContentType = "text/plain";
                return response.SendFileAsync(file);
            });
        });

        Assert.Equal("pipe", await PostAsync(app, "/pipe", "", "text/plain"));
        Assert.Equal(("pipe", 4, false), Body(await DetailsAsync(app), "responseBody"));
        Assert.Equal("stream", await PostAsync(app, "/stream", "", "text/plain"));
        Assert.Equal(("stream", 6, false), Body(await DetailsAsync(app, number: 2), "responseBody"));
        Assert.Equal("file", await PostAsync(app, "/file", "", "text/plain"));
        await DetailsAsync(app, number: 3);
        File.Delete(file);
    }

    [Theory]
    [InlineData(BodyCopy.Capacity, false)]
    [InlineData(BodyCopy.Capacity + 1, true)]
    public async Task Beginning_of_a_long_body_is_told_and_all_of_it_arrives(int length, bool isCut)
    {
        await using var app = await StartAsync(isBehindSockets: true, back => back.MapPost("/echo", async (HttpRequest request, HttpResponse response) =>
        {
            response.ContentType = "text/plain";
            await request.Body.CopyToAsync(response.Body);
        }));
        var text = new string('x', length);

        Assert.Equal(text, await PostAsync(app, "/echo", text, "text/plain"));
        var details = await DetailsAsync(app);

        Assert.Equal((text[..BodyCopy.Capacity], length, isCut), Body(details, "requestBody"));
        Assert.Equal((text[..BodyCopy.Capacity], length, isCut), Body(details, "responseBody"));
    }

    [Fact]
    public async Task Cut_goes_through_no_character()
    {
        await using var app = await StartAsync(isBehindSockets: false, back => back.MapPost("/text", () => new string('x', BodyCopy.Capacity - 1) + 'я'));

        await PostAsync(app, "/text", "", "text/plain");

        Assert.Equal((new string('x', BodyCopy.Capacity - 1), BodyCopy.Capacity + 1, true), Body(await DetailsAsync(app), "responseBody"));
    }

    [Theory]
    [InlineData("application/octet-stream", null, false)]
    [InlineData("image/png", null, false)]
    [InlineData("", null, false)]
    [InlineData("no type", null, false)]
    [InlineData("application/json", "gzip", false)]
    [InlineData("application/json", null, true)]
    [InlineData("application/problem+json", null, true)]
    [InlineData("application/x-www-form-urlencoded", null, true)]
    [InlineData("application/javascript", null, true)]
    [InlineData("text/html; charset=utf-8", null, true)]
    [InlineData("image/svg+xml", null, true)]
    public void Only_text_is_told_as_text(string type, string? encoding, bool isText)
    {
        var copy = new BodyCopy();
        copy.Add("{}"u8);
        var headers = new HeaderDictionary { ["Content-Type"] = type, ["Content-Encoding"] = encoding };

        var body = BodyText.Of(copy, headers);

        Assert.Equal((isText ? "{}" : null, 2, false), (body.Text, body.Length, body.IsCut));
    }

    [Fact]
    public async Task Body_that_nobody_read_is_none()
    {
        await using var app = await StartAsync(isBehindSockets: true, back => back.MapPost("/mine", () => "mine").RequireAuthorization());

        await PostAsync(app, "/mine", "unread", "text/plain");

        Assert.Equal(("", 0, false), Body(await DetailsAsync(app), "requestBody"));
    }

    [Fact]
    public async Task Compressed_answer_arrives_and_is_not_told_as_text()
    {
        await using var app = await StartAsync(isBehindSockets: true, back => back.MapPost("/zip", async (HttpResponse response) =>
        {
            response.ContentType = "text/plain";
            response.Headers.ContentEncoding = "gzip";
            await using var zip = new GZipStream(response.Body, CompressionLevel.Fastest);
            await zip.WriteAsync("zipped"u8.ToArray());
        }));

        await PostAsync(app, "/zip", "", "text/plain");
        var (text, length, _) = Body(await DetailsAsync(app), "responseBody");

        Assert.Null(text);
        Assert.InRange(length, 10, 100);
    }

    private static async Task<LauncherApp<VkSubject>> StartAsync(bool isBehindSockets, Action<WebApplication> map)
    {
        var back = LauncherApp<VkSubject>.Build(kestrel: isBehindSockets);
        if (isBehindSockets)
        {
            back.Urls.Add("http://127.0.0.1:0");
        }

        map(back);
        return await LauncherApp<VkSubject>.StartAsync(back);
    }

    private static async Task<string> PostAsync(LauncherApp<VkSubject> app, string path, string body, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body) };
        request.Content.Headers.Remove("Content-Type");
        Assert.True(request.Content.Headers.TryAddWithoutValidation("Content-Type", type));
        request.Headers.Add("Authorization", "Bearer x");

        using var response = await app.Client.SendAsync(request);

        Assert.Contains(response.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.Unauthorized });
        return await response.Content.ReadAsStringAsync();
    }

    private static async Task<JsonElement> DetailsAsync(LauncherApp<VkSubject> app, int number = 1) =>
        Assert.Single(await app.CallsAsync(1, after: number - 1)).GetProperty("details");

    /// <summary>JSON without the escapes that a writer may put in.</summary>
    private static string Plain(string json) =>
        json.Contains('\\', StringComparison.Ordinal) ? System.Text.RegularExpressions.Regex.Unescape(json) : json;

    private static string? Header(JsonElement details, string list, string name) => details.GetProperty(list).EnumerateArray()
        .Single(header => header.GetProperty("name").GetString() == name).GetProperty("value").GetString();

    private static (string? Text, long Length, bool IsCut) Body(JsonElement details, string name)
    {
        var body = details.GetProperty(name);
        return (body.GetProperty("text").GetString(), body.GetProperty("length").GetInt64(), body.GetProperty("isCut").GetBoolean());
    }
}
