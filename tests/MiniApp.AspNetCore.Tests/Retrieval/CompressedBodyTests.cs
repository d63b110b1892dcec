using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Bodies with a <c>Content-Encoding</c>, of an application that has the framework's decompression before its routing, or has none.</summary>
public sealed class CompressedBodyTests
{
    private static readonly byte[] Json = Encoding.UTF8.GetBytes($"{{\"launch\":\"{PlatformScheme.Of("VkMiniApp").Good()}\"}}");

    public static TheoryData<string> Encodings => ["gzip", "br", "deflate"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Launch_in_a_compressed_body_signs_in_where_the_application_decompresses(string encoding)
    {
        await using var app = await StartAsync();

        Assert.Equal(200, (await PostAsync(app, encoding, Compress(encoding, Json))).Status);
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Body_that_is_not_compressed_as_it_says_is_a_bad_body(string encoding)
    {
        await using var app = await StartAsync();
        var compressed = Compress(encoding, Json);
        var damaged = compressed.ToArray();
        damaged.AsSpan(damaged.Length / 2).Fill(0xff);

        foreach (var body in new[] { Json, damaged, [0xff, 0xff, 0xff, 0xff], [.. Enumerable.Repeat((byte)0xff, 5000)] })
        {
            Assert.Equal(400, (await PostAsync(app, encoding, body)).Status);
        }

        // Where it merely ends early, the framework's streams don't always say so.
        Assert.Contains((await PostAsync(app, encoding, compressed[..^20])).Status, new[] { 200, 400 });
        Assert.DoesNotContain(app.Logs.Entries, entry => entry.Level >= LogLevel.Error);
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Body_that_is_too_long_when_it_is_decompressed_is_too_long(string encoding)
    {
        await using var app = await StartAsync();

        foreach (var length in new[] { 32_769, 50_000_000 })
        {
            var bomb = new byte[length];
            Array.Fill(bomb, (byte)' ');
            Assert.Equal(413, (await PostAsync(app, encoding, Compress(encoding, bomb))).Status);
        }
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Compressed_body_is_a_bad_body_where_nobody_decompresses(string encoding)
    {
        await using var app = await BodyApp.StartAsync();

        Assert.Equal(400, (await PostAsync(app, encoding, Compress(encoding, Json))).Status);
    }

    private static Task<SessionApp> StartAsync() => SessionApp.StartAsync(
        build: builder => builder.Services.AddRequestDecompression(),
        map: app =>
        {
            app.UseRequestDecompression();
            app.UseRouting();
            app.UseAuthentication();
            app.UseAuthorization();
            app.MapPost("/json", SessionApp.Describe).RequireAuthorization().TakeLaunchFromBody("launch");
        });

    private static Task<SessionReply> PostAsync(SessionApp app, string encoding, byte[] body)
    {
        var content = BodyApp.Content(body, BodyApp.Json);
        content.Headers.ContentEncoding.Add(encoding);
        return app.PostAsync("/json", content);
    }

    private static byte[] Compress(string encoding, byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (Stream stream = encoding switch
        {
            "gzip" => new GZipStream(compressed, CompressionMode.Compress, leaveOpen: true),
            "br" => new BrotliStream(compressed, CompressionMode.Compress, leaveOpen: true),
            _ => new ZLibStream(compressed, CompressionMode.Compress, leaveOpen: true),
        })
        {
            stream.Write(bytes);
        }

        return compressed.ToArray();
    }
}
