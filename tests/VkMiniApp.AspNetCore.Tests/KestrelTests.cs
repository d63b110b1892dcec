using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace VkMiniApp.AspNetCore.Tests;

/// <summary>The real server reads the bytes of the header: what it lets through is refused, and it goes on serving.</summary>
public sealed class KestrelTests : IAsyncLifetime
{
    private readonly WebApplication _app = TestApp.Build(
        builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Services.AddAuthentication().AddVkMiniApp(options => options.AddApp(TestLaunch.AppId, TestLaunch.Secret));
        },
        kestrel: true);

    public async ValueTask InitializeAsync() => await _app.StartAsync();

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Good_launch_is_accepted_by_token_and_by_query()
    {
        Assert.Equal(200, await SendAsync("Bearer " + TestLaunch.Token()));
        Assert.Equal(200, await SendAsync("VK ?" + TestLaunch.Query()));
        Assert.Equal(401, await SendAsync("Bearer " + TestLaunch.Refused(VkLaunchFailure.InvalidSignature)));
    }

    [Theory]
    [InlineData(1_000, 401)]
    [InlineData(9_000, 401)]
    [InlineData(30_000, 401)]
    [InlineData(40_000, 431)]
    public async Task Long_header_is_refused_by_the_scheme_or_by_the_server(int length, int status)
    {
        Assert.Equal(status, await SendAsync("Bearer " + new string('A', length)));
        Assert.Equal(status, await SendAsync($"Bearer {TestLaunch.Refused(VkLaunchFailure.MissingParameter)}{new string('&', length)}"));
        Assert.Equal(200, await SendAsync("Bearer " + TestLaunch.Token()));
    }

    [Theory]
    [InlineData("Bearer сюда", 401)]
    [InlineData("Bearer vk_user_id=1&sign=é", 401)]
    [InlineData("VK 😀", 401)]
    [InlineData("ＶＫ {token}", 401)]
    public async Task Header_in_utf8_is_refused_by_the_scheme(string header, int status)
    {
        Assert.Equal(status, await SendAsync(Encoding.UTF8.GetBytes(header.Replace("{token}", TestLaunch.Token(), StringComparison.Ordinal))));
        Assert.Equal(200, await SendAsync("Bearer " + TestLaunch.Token()));
    }

    [Fact]
    public async Task Every_byte_inside_a_header_ends_in_a_refusal()
    {
        for (var value = 0; value < 256; value++)
        {
            byte[] header = [.. "Bearer vk_user_id=1&sign="u8, (byte)value, .. "&x=1"u8];
            Assert.Contains(await SendAsync(header), new[] { 400, 401 });
        }

        Assert.Equal(200, await SendAsync("Bearer " + TestLaunch.Token()));
    }

    [Fact]
    public async Task Random_bytes_end_in_a_refusal()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var bytes = new byte[random.Next(1, 200)];
            random.NextBytes(bytes);
            bytes.AsSpan().Replace((byte)'\n', (byte)'-');
            bytes.AsSpan().Replace((byte)'\r', (byte)'-');

            Assert.Contains(await SendAsync([.. "Bearer "u8, .. bytes]), new[] { 400, 401 });
        }

        Assert.Equal(200, await SendAsync("Bearer " + TestLaunch.Token()));
    }

    [Fact]
    public async Task Two_headers_on_the_wire_are_refused()
    {
        var good = "Bearer " + TestLaunch.Token();

        Assert.Equal(401, await SendAsync($"{good}\r\nAuthorization: {good}"));
        Assert.Equal(401, await SendAsync($"Basic x\r\nauthorization: {good}"));
        Assert.Equal(200, await SendAsync(good));
    }

    private Task<int> SendAsync(string header) => SendAsync(Encoding.Latin1.GetBytes(header));

    private Task<int> SendAsync(byte[] header) => RawRequest.SendAsync(new Uri(_app.Urls.Single()), header);
}
