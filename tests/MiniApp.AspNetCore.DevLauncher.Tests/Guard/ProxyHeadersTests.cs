using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>What says that a request came through a proxy or a tunnel, and when that is one of this machine.</summary>
public class ProxyHeadersTests
{
    [Theory]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("x-forwarded-for", "127.0.0.1, 203.0.113.7")]
    [InlineData("X-FORWARDED-HOST", "dev.example")]
    [InlineData("X-Forwarded-Host", "localhost:1, dev.example")]
    [InlineData("X-Forwarded-Host", "localhost.dev.example")]
    [InlineData("X-Forwarded-Server", "localhost")]
    [InlineData("X-Forwarded-Prefix", "/")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Forwarded-Port", "443")]
    [InlineData("X-Forwarded-Ssl", "on")]
    [InlineData("X-Forwarded-Anything", "127.0.0.1")]
    [InlineData("X-Forwarded", "for=127.0.0.1")]
    [InlineData("X-Forwarded-For", "")]
    [InlineData("X-Forwarded-For", " ")]
    [InlineData("X-Forwarded-For", ",")]
    [InlineData("X-Forwarded-For", "127.0.0.1,")]
    [InlineData("X-Forwarded-For", "unknown")]
    [InlineData("X-Forwarded-For", "127.0.0.1;203.0.113.7")]
    [InlineData("X-Forwarded-For", "\"127.0.0.1")]
    [InlineData("X-Forwarded-For", "\"127.0.0.1\\\", 203.0.113.7\"")]
    [InlineData("X-Forwarded-For", "[2001:db8::1]:443")]
    [InlineData("X-Forwarded-For", "[::1]:443.dev.example")]
    [InlineData("X-Forwarded-For", "::ffff:203.0.113.7")]
    [InlineData("X-Real-IP", "203.0.113.7")]
    [InlineData("X-Real-Ip", "")]
    [InlineData("X-Client-IP", "203.0.113.7")]
    [InlineData("Client-IP", "203.0.113.7")]
    [InlineData("X-Cluster-Client-IP", "127.0.0.1")]
    [InlineData("X-Original-For", "203.0.113.7:443")]
    [InlineData("X-Original-Host", "dev.example")]
    [InlineData("X-Original-Proto", "https")]
    [InlineData("X-Original-URL", "/")]
    [InlineData("Via", "1.1 localhost")]
    [InlineData("CF-Connecting-IP", "127.0.0.1")]
    [InlineData("cf-ray", "8")]
    [InlineData("Cdn-Loop", "cloudflare")]
    [InlineData("True-Client-IP", "127.0.0.1")]
    [InlineData("Fastly-Client-IP", "127.0.0.1")]
    [InlineData("X-Envoy-External-Address", "127.0.0.1")]
    [InlineData("Fly-Client-IP", "127.0.0.1")]
    [InlineData("X-Amzn-Trace-Id", "Root=1")]
    [InlineData("X-Azure-ClientIP", "127.0.0.1")]
    [InlineData("Ngrok-Auth-User-Id", "1")]
    [InlineData("X-Tunnel-Host", "localhost")]
    [InlineData("Tailscale-User-Login", "ada")]
    [InlineData("X_Forwarded_For", "203.0.113.7")]
    [InlineData("X_Real_IP", "203.0.113.7")]
    [InlineData("Z-Forwarded-For", "203.0.113.7")]
    [InlineData("DO-Connecting-IP", "203.0.113.7")]
    [InlineData("Incap-Client-IP", "203.0.113.7")]
    [InlineData("Ali-CDN-Real-IP", "203.0.113.7")]
    [InlineData("Cdn-Src-Ip", "203.0.113.7")]
    [InlineData("X-User-IP", "203.0.113.7")]
    [InlineData("X-ClientIP", "203.0.113.7")]
    [InlineData("Remote-Addr", "203.0.113.7")]
    [InlineData("CloudFront-Viewer-Address", "203.0.113.7:443")]
    [InlineData("Cloudflare-Visitor", "1")]
    [InlineData("X-BlueCoat-Via", "8")]
    [InlineData("X-Vk-Tunnel", "1")]
    [InlineData("Proxy-Connection", "keep-alive")]
    [InlineData("Proxy-Client-IP", "203.0.113.7")]
    [InlineData("WL-Proxy-Client-IP", "203.0.113.7")]
    [InlineData("Rndr-Id", "1")]
    [InlineData("X-Replit-User-Id", "1")]
    [InlineData("Forwarded", "")]
    [InlineData("Forwarded", "proto=https")]
    [InlineData("Forwarded", "for=127.0.0.1;host=dev.example")]
    [InlineData("Forwarded", "for=127.0.0.1, for=203.0.113.7")]
    [InlineData("Forwarded", "for=127.0.0.1, proto=https")]
    [InlineData("Forwarded", "for=127.0.0.1;secret=x")]
    [InlineData("Forwarded", "for=_hidden")]
    [InlineData("Forwarded", "for=unknown")]
    [InlineData("Forwarded", "for")]
    [InlineData("Forwarded", "FOR=\"[2001:db8:cafe::17]:4711\"")]
    [InlineData("Forwarded", "for=\"127.0.0.1\\\", for=203.0.113.7\"")]
    public void Sign_of_a_proxy_beyond_this_machine_is_found(string name, string value) =>
        Assert.Equal(name, ProxyHeaders.Find(new HeaderDictionary { [name] = value }));

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-FORWARDED-FOR", "::1")]
    [InlineData("X-Forwarded-For", "::ffff:127.0.0.1")]
    [InlineData("X-Forwarded-For", "[::1]:5173, 127.0.0.1:80,localhost")]
    [InlineData("X-Forwarded-For", "\"[::1]:5173\"")]
    [InlineData("X-Forwarded-Host", "LOCALHOST:5173")]
    [InlineData("X-Forwarded-Host", "app.localhost")]
    [InlineData("X-Original-For", "[::1]:54321")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("Forwarded", "For=\"[::1]:5173\";By=127.0.0.1;Host=localhost:5173;Proto=http , for=localhost")]
    public void Proxy_of_this_machine_alone_passes(string name, string value) =>
        Assert.Null(ProxyHeaders.Find(new HeaderDictionary { [name] = value }));

    [Fact]
    public void Every_one_of_repeated_headers_counts()
    {
        Assert.NotNull(ProxyHeaders.Find(new HeaderDictionary { ["X-Forwarded-For"] = new(["127.0.0.1", "203.0.113.7"]) }));
        Assert.NotNull(ProxyHeaders.Find(new HeaderDictionary { ["X-Forwarded-For"] = new(["127.0.0.1", ""]) }));
        Assert.NotNull(ProxyHeaders.Find(new HeaderDictionary { ["Forwarded"] = new(["for=127.0.0.1", "for=203.0.113.7"]) }));
        Assert.Null(ProxyHeaders.Find(new HeaderDictionary { ["X-Forwarded-For"] = new(["127.0.0.1", "::1"]) }));
    }

    [Fact]
    public void Development_server_for_the_page_passes_with_all_that_it_adds()
    {
        var headers = new HeaderDictionary
        {
            ["X-Forwarded-For"] = "::1",
            ["X-Forwarded-Host"] = "localhost:5173",
            ["X-Forwarded-Port"] = "5173",
            ["X-Forwarded-Proto"] = "http",
        };

        Assert.Null(ProxyHeaders.Find(headers));
        headers["X-Forwarded-For"] = "::1, 203.0.113.7";
        Assert.Equal("X-Forwarded-For", ProxyHeaders.Find(headers));
    }

    [Fact]
    public void Browser_on_this_machine_shows_no_sign()
    {
        var headers = new HeaderDictionary
        {
            ["Host"] = "localhost:5080",
            ["Connection"] = "keep-alive",
            ["Accept"] = "*/*",
            ["Accept-Encoding"] = "gzip, br",
            ["Accept-Language"] = "ru",
            ["Cookie"] = "a=b",
            ["Origin"] = "http://localhost:5080",
            ["Referer"] = "http://localhost:5080/vk/",
            ["User-Agent"] = "Mozilla/5.0",
            ["Sec-Fetch-Site"] = "same-origin",
            ["Sec-CH-UA"] = "x",
            ["X-MiniApp-Launcher"] = "x",
            ["X-Requested-With"] = "x",
            ["Content-Type"] = "x",
            ["Cache-Control"] = "no-cache",
            ["Pragma"] = "no-cache",
            ["DNT"] = "1",
            ["Upgrade-Insecure-Requests"] = "1",
            ["Priority"] = "u=1",
            ["traceparent"] = "00-0-0-00",
            ["X-Request-Id"] = "1",
        };

        Assert.Null(ProxyHeaders.Find(headers));
    }
}
