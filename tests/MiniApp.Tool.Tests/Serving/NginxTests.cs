using TestSupport;

namespace MiniApp.Tool.Tests.Serving;

/// <summary>The configuration of docs/edge.md in a real nginx, in front of a back end in JavaScript.</summary>
public sealed class NginxTests : IAsyncLifetime
{
    private static readonly string[] OfUser42 = ["X-MiniApp-Subject: vk:42", "X-MiniApp-Vk-Language: ru"];

    private readonly string _launch = $"Bearer {Example.Sign("vk", additional: ("vk_language", "ru"))}";
    private Edge _edge = null!;

    public async ValueTask InitializeAsync() => _edge = await Edge.StartAsync();

    public ValueTask DisposeAsync() => _edge.DisposeAsync();

    [Fact]
    public async Task A_good_launch_reaches_the_back_end_with_the_user()
    {
        var answer = await _edge.AskAsync(_launch);

        Assert.Equal(200, answer.Status);
        Assert.StartsWith("GET /shop?page=2\n", answer.Told, StringComparison.Ordinal);
        Assert.Equal(OfUser42, answer.Identity);
    }

    [Fact]
    public async Task A_body_reaches_the_back_end_and_only_that()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/orders") { Content = new StringContent(new string('x', 100_000)) };
        request.Headers.TryAddWithoutValidation("Authorization", _launch);
        var answer = await _edge.SendAsync(request);

        Assert.Equal(200, answer.Status);
        Assert.StartsWith("POST /orders\n", answer.Told, StringComparison.Ordinal);
        Assert.Contains("\nContent-Length: 100000\n", answer.Told, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(OfUser42, answer.Identity);
    }

    [Fact]
    public async Task A_refusal_reaches_the_page_with_its_reason_and_the_back_end_hears_nothing()
    {
        var none = await _edge.AskAsync(null);
        var forged = await _edge.AskAsync($"{_launch}0");
        var expired = await _edge.AskAsync($"Bearer {Example.Sign("vk", age: 3601)}");

        Assert.Equal((401, "Bearer", false), (none.Status, none.Challenge, none.ReachedTheBackEnd));
        Assert.Equal((401, "Bearer error=\"invalid_token\"", false), (forged.Status, forged.Challenge, forged.ReachedTheBackEnd));
        Assert.Equal(
            (401, "Bearer error=\"invalid_token\", error_description=\"The launch parameters have expired\", reason=\"expired\"", false),
            (expired.Status, expired.Challenge, expired.ReachedTheBackEnd));
    }

    [Fact]
    public async Task The_reason_is_there_also_where_another_platform_is_named_first()
    {
        await using var edge = await Edge.StartAsync(EdgeHost.StartAsync());
        var expired = await edge.AskAsync($"max {Example.Sign("max", age: 86_401)}");

        Assert.Equal(401, expired.Status);
        Assert.Contains("max error=\"invalid_token\", error_description=\"The init data has expired\", reason=\"expired\"", expired.Challenge, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-MiniApp-Subject: vk:1", 403)]
    [InlineData("x-miniapp-subject: vk:1", 403)]
    [InlineData("X-MiniApp-Subject: vk:1\r\nX-MiniApp-Subject: vk:2", 403)]
    [InlineData("X-MiniApp-Vk-Role: admin", 403)]
    [InlineData("X_MiniApp_Subject: vk:1", 200)]
    [InlineData("X-MiniApp_Subject: vk:1", 200)]
    [InlineData("X.MiniApp.Subject: vk:1", 200)]
    [InlineData("X-MiniApp-Subject : vk:1", 400)]
    public async Task Who_says_who_he_is_is_forbidden_or_not_heard(string header, int status)
    {
        var answer = await _edge.SendAsync($"GET /shop HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: {_launch}\r\n{header}\r\n\r\n");
        var bare = await _edge.SendAsync($"GET /shop HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{header}\r\n\r\n");

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.Equal(status == 200, answer.Contains("X-MiniApp-Subject: vk:42\n", StringComparison.Ordinal));
        Assert.DoesNotContain("vk:1", answer, StringComparison.Ordinal);
        Assert.StartsWith($"HTTP/1.1 {(status == 200 ? 401 : status)} ", bare, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/shop", "Authorization: {0}\r\nReferer: http://x/\u00ff\u00e9", 200)]
    [InlineData("/shop/\u00ff?x=\u00e9", "Authorization: {0}", 400)] // by the back end, which takes no such address
    [InlineData("/shop/\u00ff?x=\u00e9", "Authorization: {0}0", 401)]
    [InlineData("/shop", "Authorization: {0}\u00ff", 401)]
    [InlineData("/shop", "Authorization: Bearer \u00ff", 401)]
    [InlineData("/shop?{1}0&x=\u00ff", "X: x", 401)]
    [InlineData("/shop?access_token=\u00ff", "X: x", 401)]
    public async Task Bytes_that_are_no_text_are_no_failure_of_the_server(string address, string header, int status)
    {
        var query = _launch["Bearer ".Length..];

        var answer = await _edge.SendAsync(
            $"GET {string.Format(null, address, "", query)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{string.Format(null, header, _launch)}\r\n\r\n");

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.Equal(status == 200, answer.Contains("X-MiniApp-Subject: vk:42\n", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/_auth")]
    [InlineData("/x/../_auth")]
    [InlineData("/session/../_auth")]
    public async Task Nobody_else_asks_what_nginx_asks(string address)
    {
        var answer = await _edge.SendAsync($"GET {address} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: {_launch}\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 404 ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("X-MiniApp-", answer, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/_auth/")]
    [InlineData("/session/..%2fauth")]
    [InlineData("/session%2f..%2fhealthz")]
    [InlineData("//")]
    public async Task No_address_leads_around_the_question(string address)
    {
        var answer = await _edge.SendAsync($"GET {address} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        Assert.Matches("^HTTP/1\\.1 (400|401|404|405) ", answer);
    }

    [Fact]
    public async Task A_store_that_is_away_is_503_and_nobody_gets_in()
    {
        await using var edge = await Edge.StartAsync(EdgeHost.StartAsync(variables: new Dictionary<string, string>
        {
            ["ConnectionStrings__redis"] = $"127.0.0.1:{FreePort.Next()}",
        }));
        var answer = await edge.AskAsync(_launch);

        Assert.Equal((503, "2", false), (answer.Status, answer.Answer.Header("Retry-After"), answer.ReachedTheBackEnd));
    }

    [Fact]
    public async Task A_server_that_is_away_is_503_and_nobody_gets_in()
    {
        await _edge.Host.StopAsync();
        var answer = await _edge.AskAsync(_launch);

        Assert.Equal((503, null, false), (answer.Status, answer.Answer.Header("Retry-After"), answer.ReachedTheBackEnd));
    }

    [Fact]
    public async Task What_the_back_end_fails_at_stays_its_own()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/fails");
        request.Headers.TryAddWithoutValidation("Authorization", _launch);
        var answer = await _edge.SendAsync(request);

        Assert.Equal((500, true), (answer.Status, answer.ReachedTheBackEnd));
    }

    [Fact]
    public async Task A_session_is_begun_used_and_ended_through_the_proxy()
    {
        _edge.Host.Clock.Advance(TimeSpan.FromSeconds(10));
        var (access, _) = await ServedSession.BeginAsync(_edge.Client, Example.Sign("vk", age: -10));
        var taken = await _edge.AskAsync($"Bearer {access}");
        using var end = new HttpRequestMessage(HttpMethod.Delete, "/session");
        end.Headers.TryAddWithoutValidation("Authorization", $"Bearer {access}");
        var ended = await _edge.SendAsync(end);
        var after = await _edge.AskAsync($"Bearer {access}");

        Assert.Equal(200, taken.Status);
        Assert.Equal(["X-MiniApp-Subject: vk:42"], taken.Identity);
        Assert.Equal(204, ended.Status);
        Assert.Equal(401, after.Status);
        Assert.Contains("reason=\"revoked\"", after.Challenge, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cookie_is_set_and_taken_through_the_proxy()
    {
        await using var edge = await Edge.StartAsync(EdgeHost.StartAsync(takesSessions: true, variables: new Dictionary<string, string>
        {
            ["Authentication__Schemes__MiniAppSession__UseCookie"] = "true",
        }));
        var cookie = await ServedSession.BeginCookieAsync(edge.Host, edge.Client);

        Assert.Equal(["X-MiniApp-Subject: vk:42"], (await edge.AskAsync(null, cookie, ("X-Requested-With", "page"))).Identity);
        Assert.Equal(401, (await edge.AskAsync(null, cookie)).Status);
    }

    [Fact]
    public async Task A_form_of_another_site_does_not_act_for_the_user_of_the_cookie()
    {
        await using var edge = await Edge.StartAsync(EdgeHost.StartAsync(takesSessions: true, variables: new Dictionary<string, string>
        {
            ["Authentication__Schemes__MiniAppSession__UseCookieForPages"] = "true",
        }));
        var cookie = await ServedSession.BeginCookieAsync(edge.Host, edge.Client);
        using var form = new HttpRequestMessage(HttpMethod.Post, "/orders") { Content = new StringContent("article=7") };
        foreach (var (name, value) in new[] { cookie, ("Origin", "https://evil.example"), ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate") })
        {
            form.Headers.TryAddWithoutValidation(name, value);
        }

        var answer = await edge.SendAsync(form);

        Assert.Equal((401, false), (answer.Status, answer.ReachedTheBackEnd));
    }

    [Theory]
    [InlineData("/session")]
    [InlineData("/session/cookie")]
    public async Task A_form_of_another_site_signs_nobody_in_by_a_launch_in_its_address(string path)
    {
        await using var edge = await Edge.StartAsync(EdgeHost.StartAsync(takesSessions: true, readsAddress: true, variables: new Dictionary<string, string>
        {
            ["Authentication__Schemes__MiniAppSession__UseCookie"] = "true",
        }));
        edge.Host.Clock.Advance(TimeSpan.FromSeconds(10));
        using var form = new HttpRequestMessage(HttpMethod.Post, $"{path}?{Example.Sign("vk", age: -10)}");

        var answer = await edge.SendAsync(form);

        // No form can send the binding, and another site's script has to ask for it first.
        Assert.Equal((400, null), (answer.Status, answer.Answer.Header("Set-Cookie")));
    }

    [Fact]
    public async Task A_user_who_was_signed_out_is_told_so()
    {
        await _edge.Host.Revocations.RevokeAsync(MiniAppSubject.VkUser(42));
        var answer = await _edge.AskAsync(_launch);

        Assert.Equal((401, false), (answer.Status, answer.ReachedTheBackEnd));
        Assert.Contains("reason=\"revoked\"", answer.Challenge, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_opened_by_its_own_address()
    {
        var query = Example.Sign("vk");
        using var good = new HttpRequestMessage(HttpMethod.Get, $"/?{query}");
        using var forged = new HttpRequestMessage(HttpMethod.Get, $"/?{query}0");

        Assert.Equal(OfUser42, (await _edge.SendAsync(good)).Identity);
        Assert.Equal(401, (await _edge.SendAsync(forged)).Status);
    }

    [Fact]
    public async Task A_web_socket_is_opened_by_who_has_a_token()
    {
        string Open(string token, string protocol) => $"GET /chat?access_token={Uri.EscapeDataString(token)} HTTP/1.1\r\nHost: x\r\n"
            + $"Connection: close, Upgrade\r\nUpgrade: {protocol}\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n\r\n";

        var opened = await _edge.SendAsync(Open(Example.Sign("vk"), "websocket"));
        Assert.StartsWith("HTTP/1.1 101 ", opened, StringComparison.Ordinal);
        Assert.Contains("\nX-MiniApp-Subject: vk:42\n", opened, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 401 ", await _edge.SendAsync(Open(Example.Sign("vk") + "0", "websocket")), StringComparison.Ordinal);

        // A back end that agreed to it would be spoken to without nginx in between.
        var smuggled = await _edge.SendAsync(Open(Example.Sign("vk"), "h2c"));
        Assert.StartsWith("HTTP/1.1 200 ", smuggled, StringComparison.Ordinal);
        Assert.DoesNotContain("h2c", smuggled, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_on_another_origin_may_ask_and_sees_why_it_is_refused()
    {
        await using var edge = await Edge.StartAsync(answersOtherOrigins: true);
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/shop");
        preflight.Headers.TryAddWithoutValidation("Origin", "https://the-page.example");
        preflight.Headers.TryAddWithoutValidation("Access-Control-Request-Method", "GET");
        preflight.Headers.TryAddWithoutValidation("Access-Control-Request-Headers", "authorization");

        Assert.Equal((204, "https://the-page.example"), Origin(await edge.SendAsync(preflight)));
        Assert.Equal((200, "https://the-page.example"), Origin(await edge.AskAsync(_launch)));
        var refused = await edge.AskAsync(null);
        Assert.Equal((401, "https://the-page.example"), Origin(refused));
        Assert.Equal(("Bearer", "WWW-Authenticate, Retry-After"), (refused.Challenge, refused.Answer.Header("Access-Control-Expose-Headers")));
        await edge.Host.StopAsync();
        Assert.Equal((503, "https://the-page.example"), Origin(await edge.AskAsync(_launch)));

        static (int, string?) Origin(EdgeAnswer answer) => (answer.Status, answer.Answer.Header("Access-Control-Allow-Origin"));
    }
}
