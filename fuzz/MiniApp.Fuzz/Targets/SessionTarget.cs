using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MiniApp.AspNetCore;
using TestSupport;
using VkMiniApp.Tests;

namespace MiniApp.Fuzz;

/// <summary>A session's access token: how many seconds it is old, and the token. It is good if its bytes are, until its time is over.</summary>
internal sealed class SessionTarget : FuzzTarget
{
    private const int Lifetime = 900;

    private static readonly int[] Ages = [0, 1, Lifetime - 1, Lifetime, Lifetime + 1, 100_000];

    private static readonly EphemeralDataProtectionProvider Keys = new();

    private readonly Dictionary<int, WebApplication> _apps = Ages.ToDictionary(age => age, Start);
    private readonly string[] _tokens;
    private readonly byte[] _access;

    public SessionTarget()
        : base("session")
    {
        _tokens = SignIn(_apps[0]).GetAwaiter().GetResult();
        _access = WebEncoders.Base64UrlDecode(_tokens[0]);
    }

    public override int BatchSize => 50;

    public override bool IsGood(string verdict) => verdict == "user 42";

    public override Func<string> Inputs(int seed)
    {
        var (random, mutator) = (new Random(seed), new Mutator(seed));
        return () =>
        {
            var token = _tokens[random.Next(8) == 0 ? 1 : 0];
            return $"{Ages[random.Next(Ages.Length)]}{Separator}{mutator.Mutate(random.Next(3) == 0 ? Flip(token, random) : token)}";
        };
    }

    public override string Expected(string input) => Read(input) is not var (age, token) ? ""
        : Decode(token.Trim(' ')) is { } bytes && bytes.AsSpan().SequenceEqual(_access) && age < Lifetime ? "user 42"
        : "refused";

    public override string Actual(string input) => Read(input) is var (age, token) ? Verdict(age, token) : "";

    /// <summary>The verdict on a token, some seconds after it was made.</summary>
    public string Verdict(int age, string token)
    {
        using var scope = _apps[age].Services.CreateScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Headers.Authorization = $"Bearer {token}";
        var result = context.AuthenticateAsync(MiniAppSessionDefaults.AuthenticationScheme).GetAwaiter().GetResult();
        return result.None ? "nobody" : result.Succeeded ? $"user {result.Principal.FindFirst("vk_user_id")?.Value}" : "refused";
    }

    public static (int Age, string Token)? Read(string input) =>
        input.Split(Separator) is [var age, var token] && int.TryParse(age, CultureInfo.InvariantCulture, out var parsed) && Ages.Contains(parsed)
            ? (parsed, token)
            : null;

    private static byte[]? Decode(string token)
    {
        try
        {
            // Of what else decoders take, white space for one, nothing comes to be in a header that an access token is read of.
            return token.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_') ? WebEncoders.Base64UrlDecode(token) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string Flip(string token, Random random)
    {
        var bytes = WebEncoders.Base64UrlDecode(token);
        bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return WebEncoders.Base64UrlEncode(bytes);
    }

    private static WebApplication Start(int age)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        builder.Services.AddRouting();
        builder.Services.AddLogging(logging => logging.ClearProviders());
        builder.Services.AddSingleton<IDataProtectionProvider>(Keys);
        builder.Services.AddSingleton<TimeProvider>(new TestClock(Example.Now + age));
        builder.Services.AddAuthentication()
            .AddVkMiniApp(options => options.AddApp(Example.AppId, Example.Secret))
            .AddMiniAppSessions(options => options.AccessTokenLifetime = TimeSpan.FromSeconds(Lifetime));
        builder.Services.AddAuthorization();

        var app = builder.Build();
        app.MapMiniAppSessions("/session");
        app.Start();
        return app;
    }

    private static async Task<string[]> SignIn(WebApplication app)
    {
        using var client = app.GetTestClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/session");
        request.Headers.TryAddWithoutValidation("Authorization", $"VK {Example.Query(("vk_user_id", "42"))}");
        request.Headers.Add("Launch-Binding", "a-binding-of-the-fuzzer-and-no-other");
        using var response = await client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        var tokens = await response.Content.ReadFromJsonAsync<JsonElement>();
        return [tokens.GetProperty("accessToken").GetString()!, tokens.GetProperty("refreshToken").GetString()!];
    }
}
