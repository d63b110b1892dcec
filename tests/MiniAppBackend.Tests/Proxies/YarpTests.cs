using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using TestSupport;
using VkMiniApp;

namespace MiniAppBackend.Tests.Proxies;

/// <summary>The proxy of docs/edge.md that is written in ASP.NET Core, before a back end that says which headers it was sent.</summary>
public sealed class YarpTests : IAsyncLifetime
{
    private const string Key = "wvl68m4dR1UpLrVRli";
    private const long AppId = 6736218;

    private readonly string _launch = new VkLaunchParamsSigner(AppId, Key).SignQuery(new VkLaunchParamsDescriptor { UserId = 42 });
    private WebApplication _backend = null!;
    private PageProgram _proxy = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _backend = WebApplication.CreateSlimBuilder([UnwatchedSettings.Argument, "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None"]).Build();
        _backend.Run(context => context.Response.WriteAsync(string.Join('\n', context.Request.Headers.Select(header => $"{header.Key}: {header.Value}"))));
        await _backend.StartAsync();

        _proxy = await PageProgram.StartAsync(
            CodeBlock.All.Single(block => block.Page == "docs/edge.md" && block.Text.Contains("AddReverseProxy", StringComparison.Ordinal)),
            ("Authentication:Schemes:VkMiniApp:AppId", $"{AppId}"),
            ("Authentication:Schemes:VkMiniApp:AppSecret", Key),
            ("ReverseProxy:Routes:all:ClusterId", "backend"),
            ("ReverseProxy:Routes:all:Match:Path", "{**all}"),
            ("ReverseProxy:Clusters:backend:Destinations:one:Address", _backend.Urls.Single()));
        _client = new HttpClient { BaseAddress = _proxy.Address };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _proxy.DisposeAsync();
        await _backend.DisposeAsync();
    }

    [Fact]
    public async Task A_good_launch_reaches_the_back_end_with_the_user()
    {
        var (status, headers) = await AskAsync(_launch);

        Assert.Equal(200, status);
        Assert.Equal(["X-MiniApp-Subject: vk:42"], headers);
    }

    [Fact]
    public async Task A_forged_one_reaches_nobody() => Assert.Equal((401, 0), ((await AskAsync(_launch + "0")).Status, (await AskAsync(_launch + "0")).Headers.Length));

    [Theory]
    [InlineData("X-MiniApp-Subject")]
    [InlineData("x-miniapp-subject")]
    [InlineData("X_MiniApp_Subject")]
    [InlineData("X.MiniApp.Subject")]
    [InlineData("x-miniapp~subject")]
    [InlineData("X-MiniApp-Vk-Language")]
    public async Task What_a_client_says_of_itself_reaches_nobody(string header) =>
        Assert.Equal(["X-MiniApp-Subject: vk:42"], (await AskAsync(_launch, (header, "vk:1"), (header, "vk:2"))).Headers);

    private async Task<(int Status, string[] Headers)> AskAsync(string launch, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/shop");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {launch}");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var answer = await _client.SendAsync(request);
        var told = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode,
            [.. told.Split('\n').Where(line => line.Contains("MiniApp", StringComparison.OrdinalIgnoreCase))]);
    }
}
