using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace TestSupport;

/// <summary>The real server reads the bytes of the header: what it lets through is refused, and it goes on serving.</summary>
/// <typeparam name="TPlatform">The platform.</typeparam>
public abstract class InitDataKestrelTests<TPlatform> : InitDataSchemeTests<TPlatform>, IAsyncLifetime
    where TPlatform : IInitDataPlatform
{
    private readonly WebApplication _app = TestApp.Build(
        builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            Add(builder.Services.AddAuthentication(), TPlatform.Scheme);
        },
        kestrel: true);

    public async ValueTask InitializeAsync() => await _app.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Good_init_data_is_accepted_and_forged_is_refused()
    {
        using var client = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
        Assert.True(client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", Good()));

        Assert.Equal(Name(), await client.GetStringAsync(new Uri("/me", UriKind.Relative)));
        Assert.Equal(200, await SendAsync(Good()));
        Assert.Equal(401, await SendAsync(Refused("InvalidProof")));
        Assert.Equal(401, await SendAsync(TPlatform.Word));
    }

    [Theory]
    [InlineData(1_000, 401)]
    [InlineData(9_000, 401)]
    [InlineData(30_000, 401)]
    [InlineData(40_000, 431)]
    public async Task Long_header_is_refused_by_the_scheme_or_by_the_server(int length, int status)
    {
        Assert.Equal(status, await SendAsync(Header(new string('A', length))));
        Assert.Equal(status, await SendAsync(Refused("MissingProof") + new string('&', length)));
        Assert.Equal(200, await SendAsync(Good()));
    }

    [Theory]
    [InlineData("сюда")]
    [InlineData("auth_date=1&hash=é")]
    [InlineData("😀")]
    public async Task Header_in_utf8_is_refused_by_the_scheme(string token)
    {
        Assert.Equal(401, await SendAsync(Encoding.UTF8.GetBytes(Header(token))));
        Assert.Equal(200, await SendAsync(Good()));
    }

    [Fact]
    public async Task Every_byte_inside_a_header_ends_in_a_refusal()
    {
        var start = Encoding.ASCII.GetBytes(Header("auth_date=1&hash="));
        for (var value = 0; value < 256; value++)
        {
            Assert.Contains(await SendAsync([.. start, (byte)value, .. "&x=1"u8]), new[] { 400, 401 });
        }

        Assert.Equal(200, await SendAsync(Good()));
    }

    [Fact]
    public async Task Two_headers_on_the_wire_are_refused()
    {
        Assert.Equal(401, await SendAsync($"{Good()}\r\nAuthorization: {Good()}"));
        Assert.Equal(401, await SendAsync($"Basic x\r\nauthorization: {Good()}"));
        Assert.Equal(200, await SendAsync(Good()));
    }

    private Task<int> SendAsync(string header) => SendAsync(Encoding.Latin1.GetBytes(header));

    private Task<int> SendAsync(byte[] header) => RawRequest.SendAsync(new Uri(_app.Urls.Single()), header);
}
