using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>What the side panel gets to know of the page's calls.</summary>
/// <typeparam name="TPlatform">The platform.</typeparam>
public abstract class CallObserverTests<TPlatform>
    where TPlatform : ILauncherSubject
{
    private const HttpStatusCode Refused = HttpStatusCode.Forbidden;

    private static readonly (string, string) ByScript = ("Sec-Fetch-Dest", "empty");

    [Fact]
    public async Task Call_with_a_token_is_listed_with_its_answer()
    {
        await using var app = await LauncherApp<TPlatform>.StartAsync();
        var good = await app.SignAsync("""{"userId":42}""");
        var expired = await app.SignAsync("""{"userId":42,"kind":"expired"}""");

        await app.CallAsync("/me?secret=1", good);
        var first = Assert.Single(await app.CallsAsync(1));
        await app.CallAsync("/me", expired);
        var second = Assert.Single(await app.CallsAsync(1, after: 1));

        Assert.Equal((1, "GET", "/me", 200, null, null), Describe(first));
        Assert.Equal(
            (2, "GET", "/me", 401, $"{TPlatform.AuthScheme} error=\"invalid_token\", error_description=\"{TPlatform.ExpiredDescription}\", reason=\"expired\"", "Expired"),
            Describe(second));
        Assert.InRange(first.GetProperty("milliseconds").GetDouble(), 0.001, 60_000);
    }

    [Fact]
    public async Task Call_is_listed_behind_sockets_too()
    {
        await using var app = await LauncherApp<TPlatform>.StartKestrelAsync();

        await app.CallAsync("/me", await app.SignAsync("""{"userId":42,"kind":"forged"}"""));

        Assert.Equal((1, "GET", "/me", 401, $"{TPlatform.AuthScheme} error=\"invalid_token\"", TPlatform.ForgedFailure), Describe(Assert.Single(await app.CallsAsync(1))));
    }

    [Theory]
    [InlineData("xn--0")]
    [InlineData("a..b!")]
    public async Task Call_is_listed_whatever_it_calls_the_host(string host)
    {
        await using var app = await LauncherApp<TPlatform>.StartKestrelAsync();
        var token = await app.SignAsync("""{"userId":42}""");

        Assert.StartsWith(
            "HTTP/1.1 200 ",
            await app.SendAsync($"GET /me HTTP/1.1\r\nHost: {host}\r\nAuthorization: {TPlatform.AuthScheme} {token}\r\n"),
            StringComparison.Ordinal);

        Assert.Equal(
            $"http://{host}/me", Assert.Single(await app.CallsAsync(1)).GetProperty("details").GetProperty("address").GetString());
    }

    [Fact]
    public async Task Page_that_has_no_address_is_no_page_of_the_mini_app()
    {
        await using var app = await LauncherApp<TPlatform>.StartKestrelAsync();

        Assert.StartsWith(
            "HTTP/1.1 200 ",
            await app.SendAsync("GET /open HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Dest: empty\r\nReferer: //\u202e\r\n"),
            StringComparison.Ordinal);
        await app.CallAsync("/missing", "x");

        Assert.Equal("/missing", Assert.Single(await app.CallsAsync(1)).GetProperty("path").GetString());
        Assert.DoesNotContain(app.Lines.Others, line => line.Contains("IndexOutOfRangeException", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Refusal_by_an_event_of_the_application_is_listed_with_its_reason(bool isBehindSockets)
    {
        Action<MiniAppOptions> ban = options => options.Events.OnTokenValidated = context =>
        {
            context.Fail("This user is banned.");
            return Task.CompletedTask;
        };
        await using var app = isBehindSockets
            ? await LauncherApp<TPlatform>.StartKestrelAsync(configureScheme: ban)
            : await LauncherApp<TPlatform>.StartAsync(ban);

        await app.CallAsync("/me", await app.SignAsync("""{"userId":42}"""));

        Assert.Equal((1, "GET", "/me", 401, "This user is banned."), Outcome(Assert.Single(await app.CallsAsync(1))));

        static (long, string?, string?, int, string?) Outcome(JsonElement call)
        {
            var (number, method, path, status, _, failure) = Describe(call);
            return (number, method, path, status, failure);
        }
    }

    [Fact]
    public async Task Events_of_the_application_are_asked_once_for_each_call()
    {
        var count = 0;
        await using var app = await LauncherApp<TPlatform>.StartAsync(options => options.Events.OnTokenValidated = context =>
        {
            count++;
            context.Fail("banned");
            return Task.CompletedTask;
        });

        await app.CallAsync("/me", await app.SignAsync("""{"userId":42}"""));
        await app.CallsAsync(1);

        Assert.Equal(1, count);
    }

    [Fact]
    public async Task Event_that_throws_for_an_answer_that_did_not_ask_it_leaves_the_answer_alone()
    {
        var back = LauncherApp<TPlatform>.Build(
            options => options.Events.OnTokenValidated = _ => throw new InvalidOperationException("broken"),
            configureServices: services => services.AddAuthentication().AddCookie("so that no scheme is the default one"));
        back.MapGet("/own", () => Results.Unauthorized());
        await using var app = await LauncherApp<TPlatform>.StartAsync(back);

        Assert.Equal(HttpStatusCode.Unauthorized, (await app.CallAsync("/own", await app.SignAsync("""{"userId":42}"""))).StatusCode);
        Assert.Equal((1, "GET", "/own", 401, null, null), Describe(Assert.Single(await app.CallsAsync(1))));
    }

    [Fact]
    public async Task Call_with_a_token_that_the_back_end_does_not_mind_is_no_refusal()
    {
        await using var app = await LauncherApp<TPlatform>.StartAsync();

        await app.CallAsync("/open", await app.SignAsync("""{"userId":42,"kind":"expired"}"""));

        Assert.Equal((1, "GET", "/open", 200, null, null), Describe(Assert.Single(await app.CallsAsync(1))));
    }

    [Theory]
    [InlineData("/", "http://localhost/?vk_user_id=1")]
    [InlineData("http://localhost:5173/", "http://localhost:5173/")]
    [InlineData("http://LOCALHOST:5173/app", "http://localhost:5173/deep/page")]
    [InlineData("http://пример.example:5173/", "http://xn--e1afmkfd.example:5173/")]
    public async Task Call_without_a_token_by_a_script_of_the_page_is_listed(string page, string referer)
    {
        await using var app = await LauncherApp<TPlatform>.StartAsync(
            configureLauncher: options => options.AppUrl = new Uri(page, page.Length == 1 ? UriKind.Relative : UriKind.Absolute));

        await app.CallAsync("/me", token: null, ByScript, ("Referer", referer));

        Assert.Equal((1, "GET", "/me", 401, TPlatform.AuthScheme, null), Describe(Assert.Single(await app.CallsAsync(1))));
    }

    [Fact]
    public async Task What_is_no_call_of_the_mini_app_is_not_listed()
    {
        await using var app = await LauncherApp<TPlatform>.StartAsync();

        await app.CallAsync("/open");
        await app.CallAsync("/open", token: null, ("Sec-Fetch-Dest", "iframe"), ("Referer", "http://localhost/launcher/"));
        await app.CallAsync("/open", token: null, ByScript);
        await app.CallAsync("/open", token: null, ByScript, ("Referer", "http://localhost:5173/"));
        await app.CallAsync("/open", token: null, ByScript, ("Referer", "http://evil.example/"));
        await app.AskAsync(HttpMethod.Get, "/launcher/settings", json: null, ByScript, ("Referer", "http://localhost/launcher/"));
        await app.CallAsync("/missing", "x");

        Assert.Equal("/missing", Assert.Single(await app.CallsAsync(1)).GetProperty("path").GetString());
    }

    [Fact]
    public async Task Token_is_told_to_the_launchers_page_that_repeats_the_call_and_to_no_log()
    {
        await using var app = await LauncherApp<TPlatform>.StartAsync();
        var signed = await app.AnswerAsync(HttpMethod.Post, "/launcher/launch", """{"userId":42,"kind":"forged"}""");
        var (query, token) = (signed.GetProperty("query").GetString()!, signed.GetProperty("token").GetString()!);

        await app.CallAsync("/me?" + query, token);
        var call = Assert.Single(await app.CallsAsync(1));
        var details = call.GetProperty("details");

        Assert.Equal("/me", call.GetProperty("path").GetString());
        Assert.Equal($"http://localhost/me?{query}", details.GetProperty("address").GetString());
        Assert.Contains(
            details.GetProperty("requestHeaders").EnumerateArray(),
            header => (header.GetProperty("name").GetString(), header.GetProperty("value").GetString()) == ("Authorization", $"{TPlatform.AuthScheme} {token}"));
        Assert.Equal(Refused, (await app.AskAsync(HttpMethod.Get, "/launcher/calls?after=0", json: null, ("X-MiniApp-Launcher", ""))).StatusCode);
        Assert.All(app.Lines.Others, line =>
        {
            Assert.DoesNotContain(token[..20], line, StringComparison.Ordinal);
            Assert.DoesNotContain(query[..20], line, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Call_that_is_denied_is_listed_with_what_the_launch_lacks()
    {
        var back = LauncherApp<TPlatform>.Build();
        back.MapGet("/owner", () => "in").RequireAuthorization(policy => policy.AddRequirements(new LaunchRequirements("Owners").User("owner")));
        await using var app = await LauncherApp<TPlatform>.StartAsync(back);

        await app.CallAsync("/owner", await app.SignAsync("""{"userId":42}"""));

        Assert.Equal((1, "GET", "/owner", 403, null, "The user must be a user of Owners."), Describe(Assert.Single(await app.CallsAsync(1))));
    }

    [Fact]
    public async Task Long_path_is_cut()
    {
        await using var app = await LauncherApp<TPlatform>.StartAsync();

        await app.CallAsync("/" + new string('x', 511), "x");
        await app.CallAsync("/" + new string('x', 512), "x");
        var paths = (await app.CallsAsync(2)).Select(call => call.GetProperty("path").GetString()!).OrderBy(path => path.Length).ToArray();

        Assert.Equal(["/" + new string('x', 511), "/" + new string('x', 511) + '…'], paths);
    }

    [Fact]
    public async Task Path_is_the_whole_one_where_the_application_has_a_base()
    {
        var back = LauncherApp<TPlatform>.Build();
        back.UsePathBase("/base");
        back.UseRouting();
        await using var app = await LauncherApp<TPlatform>.StartAsync(back);

        await app.CallAsync("/base/open", "x");

        Assert.Equal("/base/open", Assert.Single(await app.CallsAsync(1)).GetProperty("path").GetString());
    }

    [Fact]
    public async Task Calls_of_many_at_once_are_each_listed_once()
    {
        await using var app = await LauncherApp<TPlatform>.StartAsync();
        var token = await app.SignAsync("""{"userId":42}""");

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => app.CallAsync("/me", token)));
        var calls = await app.CallsAsync(100);

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(Enumerable.Range(1, 100).Select(number => (long)number), calls.Select(call => call.GetProperty("number").GetInt64()));
    }

    [Fact]
    public void End_and_error_of_the_diagnostics_are_nothing_to_the_launcher()
    {
        var observer = new CallObserver(new CallLog(), null!, null!);

        observer.OnCompleted();
        observer.OnError(new InvalidOperationException());
        observer.OnNext(new("Microsoft.AspNetCore.Hosting.HttpRequestIn.Start", new DefaultHttpContext()));
        observer.OnNext(new("Microsoft.AspNetCore.Hosting.HttpRequestIn.Stop", "something else"));
    }

    private static (long Number, string? Method, string? Path, int Status, string? Challenge, string? Failure) Describe(JsonElement call) => (
        call.GetProperty("number").GetInt64(),
        call.GetProperty("method").GetString(),
        call.GetProperty("path").GetString(),
        call.GetProperty("status").GetInt32(),
        call.GetProperty("challenge").GetString(),
        call.GetProperty("failure").GetString());
}
