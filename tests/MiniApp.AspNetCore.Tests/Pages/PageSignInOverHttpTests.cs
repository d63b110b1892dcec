using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Requests to pages that no browser would write, to the real server, which refuses headers that it can't send.</summary>
public sealed class PageSignInOverHttpTests
{
    [Theory]
    [InlineData("a\u0001b", "a%01b")]
    [InlineData("a\u007fb", "a%7Fb")]
    [InlineData("a\tb", "a%09b")]
    [InlineData("a\"<>\\^`{|}~b", "a\"<>\\^`{|}~b")]
    [InlineData("%0d%0aSet-Cookie:x=1", "%0d%0aSet-Cookie:x=1")]
    public async Task What_no_address_may_hold_is_encoded_where_the_browser_is_sent_on(string own, string rest)
    {
        await using var server = await StartAsync();

        var answer = await AskAsync(server, $"GET /open?own={own}&{PageApp.Vk.QueryOf(PageApp.Vk.Good())} HTTP/1.1", "Host: app.example");

        Assert.StartsWith("HTTP/1.1 303 ", answer, StringComparison.Ordinal);
        Assert.Contains($"\r\nLocation: /open?own={rest}\r\n", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("\r\nSet-Cookie:x=1", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chunks-2147483647")]
    [InlineData("chunks-99999999999999999999")]
    [InlineData("chunks-3; __Host-sessionC1=a; __Host-sessionC2=b")]
    [InlineData("a; __Host-session=b")]
    public async Task Cookie_that_lies_about_its_parts_costs_nothing_and_signs_nobody_in(string cookie)
    {
        await using var server = await StartAsync();

        var bad = await AskAsync(server, "GET /open?vk_user_id=1 HTTP/1.1", "Host: app.example", $"Cookie: __Host-session={cookie}");
        var none = await AskAsync(server, "GET /me HTTP/1.1", "Host: app.example", $"Cookie: __Host-session={cookie}");

        Assert.StartsWith("HTTP/1.1 401 ", bad, StringComparison.Ordinal);
        Assert.True(bad.Length < 2_000, bad);
        Assert.StartsWith("HTTP/1.1 401 ", none, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET {0} HTTP/1.0", "X: x")]
    [InlineData("GET http://evil.example{0} HTTP/1.1", "Host: evil.example")]
    [InlineData("GET {0} HTTP/1.1", "Host: evil.example")]
    [InlineData("GET {0} HTTP/1.1", "Host: app.example\r\nX-Forwarded-Host: evil.example\r\nX-Original-URL: //evil.example\r\nX-HTTP-Method-Override: POST")]
    [InlineData("GET /x/..{0} HTTP/1.1", "Host: app.example")]
    public async Task Browser_is_sent_on_to_where_it_is_whatever_the_request_says_of_the_host(string line, string header)
    {
        await using var server = await StartAsync();
        var address = $"/open?{PageApp.Vk.QueryOf(PageApp.Vk.Good())}";

        var answer = await AskAsync(server, string.Format(null, line, address), header);

        Assert.StartsWith("HTTP/1.1 303 ", answer, StringComparison.Ordinal);
        Assert.Contains("\r\nLocation: /open\r\n", answer, StringComparison.Ordinal);
    }

    private static async Task<WebApplication> StartAsync()
    {
        var app = TestApp.Build(
            builder =>
            {
                builder.WebHost.UseUrls("http://127.0.0.1:0");
                builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
                var clock = (TimeProvider)builder.Services.Single(service => service.ServiceType == typeof(TimeProvider)).ImplementationInstance!;
                var authentication = builder.Services.AddAuthentication().AddMiniAppSessions(options => options.UseCookieForPages = true);
                PageApp.Vk.AddTo(authentication, options => (options.TimeProvider, options.TokenRetriever) = (clock, TokenRetrieval.FromPageAddress()));
            },
            app =>
            {
                app.UseAuthentication();
                app.UseMiniAppPageSignIn();
                app.UseAuthorization();
            },
            kestrel: true);
        await app.StartAsync();
        return app;
    }

    private static async Task<string> AskAsync(WebApplication server, string line, params string[] headers)
    {
        var address = new Uri(server.Urls.First());
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes($"{line}\r\n{string.Join("\r\n", headers)}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        return await reader.ReadToEndAsync().WaitAsync(Patience.Limit);
    }
}
