using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TestSupport;
using VkMiniApp.Tests;

namespace MiniApp.Fuzz;

/// <summary>A launch in a body of JSON, through the whole of a request.</summary>
internal sealed class BodyTarget() : FuzzTarget("body")
{
    private const int MaxLength = 32 * 1024;

    private static readonly string Launch = Example.Query();

    private static readonly VkMiniApp.Tests.ReferenceVerifier Reference = new(new Dictionary<long, string[]> { [Example.AppId] = [Example.Secret] }, Example.Now);

    private static readonly string[] Names = ["launch", "launch", "launch", "Launch", "laun\\u0063h", "launch ", "", "other", "\\ud83d"];

    private static readonly string[] Others = ["null", "true", "1", "{}", "[1,{\"launch\":\"x\"}]", "\"\"", "\"\\ud83d\"", "\"x\"", "\"\ud83d\"", "{\"launch\":1}", "01", ""];

    private readonly TestServer _server = Start();

    public override int BatchSize => 20;

    public override Func<string> Inputs(int seed)
    {
        var (random, mutator) = (new Random(seed), new Mutator(seed));
        return () =>
        {
            var members = new List<string> { $"\"launch\":{JsonSerializer.Serialize(random.Next(5) == 0 ? Launch + "0" : Launch)}" };
            for (var count = random.Next(4); count > 0; count--)
            {
                members.Insert(random.Next(members.Count + 1), $"\"{Names[random.Next(Names.Length)]}\":{Others[random.Next(Others.Length)]}");
            }

            if (random.Next(10) == 0)
            {
                members.RemoveAt(random.Next(members.Count));
            }

            var body = mutator.Mutate($"{{{string.Join(',', members)}}}");
            return random.Next(50) == 0 ? body + new string(' ', Math.Max(0, MaxLength - BytesOf(body).Length + random.Next(-1, 2))) : body;
        };
    }

    public override bool IsGood(string verdict) => verdict == nameof(HttpStatusCode.OK);

    public override string Expected(string input)
    {
        if (BytesOf(input).Length > MaxLength)
        {
            return nameof(HttpStatusCode.RequestEntityTooLarge);
        }

        try
        {
            using var json = JsonDocument.Parse(BytesOf(input));
            var launches = json.RootElement.EnumerateObject().Where(member => member.NameEquals("launch")).Select(member => member.Value).ToArray();
            var isGood = launches is [] or [{ ValueKind: JsonValueKind.String or JsonValueKind.Null }];
            var token = launches is [{ ValueKind: JsonValueKind.String } value] ? value.GetString() : null;
            return !isGood ? nameof(HttpStatusCode.BadRequest)
                : token is not null && Reference.Verdict(token) == VkMiniApp.VkLaunchFailure.None ? nameof(HttpStatusCode.OK)
                : nameof(HttpStatusCode.Unauthorized);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return nameof(HttpStatusCode.BadRequest);
        }
    }

    public override string Actual(string input)
    {
        var context = _server.SendAsync(context =>
        {
            context.Request.Method = HttpMethods.Post;
            context.Request.Path = "/";
            context.Request.ContentType = "application/json";
            context.Request.Body = new MemoryStream(BytesOf(input));
        }).GetAwaiter().GetResult();
        return ((HttpStatusCode)context.Response.StatusCode).ToString();
    }

    /// <summary>UTF-8, in which half a character is a byte that no UTF-8 has.</summary>
    private static byte[] BytesOf(string text)
    {
        var bytes = new List<byte>();
        for (var rest = text; rest.Length > 0;)
        {
            var isCharacter = Rune.DecodeFromUtf16(rest, out var rune, out var length) == OperationStatus.Done;
            bytes.AddRange(isCharacter ? Encoding.UTF8.GetBytes($"{rune}") : [0xFF]);
            rest = rest[length..];
        }

        return [.. bytes];
    }

    private static TestServer Start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        builder.Services.AddRouting();
        builder.Services.AddLogging(logging => logging.ClearProviders());
        builder.Services.AddSingleton<TimeProvider>(new TestClock(Example.Now));
        builder.Services.AddAuthentication().AddVkMiniApp(options => options.AddApp(Example.AppId, Example.Secret));
        builder.Services.AddAuthorization();

        var app = builder.Build();
        app.MapPost("/", () => "").TakeLaunchFromBody("launch").RequireAuthorization();
        app.Start();
        return app.GetTestServer();
    }
}
