using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MiniApp.AspNetCore.DevLauncher.Tests;

namespace VkMiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>What <c>VKWebAppCreateHash</c> answers in the frame, held against the verifier of such hashes.</summary>
public class HashRequestTests
{
    [Theory]
    [InlineData("order 7")]
    [InlineData("заказ & co=1 +")]
    public async Task Payload_is_signed_for_the_user_of_the_launch(string payload)
    {
        await using var app = await VkApp.StartAsync();
        var token = (await app.AnswerAsync(HttpMethod.Post, "/launcher/launch", """{"userId":42}""")).GetProperty("query").GetString();
        var launch = new VkLaunchParamsVerifier(new VkLaunchParamsVerifierOptions { TimeProvider = Clock }.AddApp(VkApp.AppId, VkApp.Secret)).Verify(token).LaunchParams;
        var verifier = new VkCreatedHashVerifier(new VkCreatedHashVerifierOptions { TimeProvider = Clock }.AddApp(VkApp.AppId, VkApp.Secret));

        var hash = await app.AnswerAsync(HttpMethod.Post, "/launcher/hash", Request(payload));
        var (ts, sign) = (hash.GetProperty("ts").GetInt64(), hash.GetProperty("sign").GetString());

        Assert.Equal((payload, VkApp.Now), (hash.GetProperty("payload").GetString(), ts));
        Assert.Equal(VkCreatedHashFailure.None, verifier.Verify(launch, payload, ts, sign).Failure);
        Assert.Equal(VkCreatedHashFailure.InvalidSignature, verifier.Verify(launch, payload + "!", ts, sign).Failure);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"appId":6736218,"userId":42}""")]
    [InlineData("""{"appId":6736218,"userId":42,"payload":null}""")]
    [InlineData("""{"appId":6736218,"userId":42,"payload":""}""")]
    [InlineData("""{"appId":6736218,"userId":42,"payload":"a~b"}""")]
    [InlineData("""{"appId":6736218,"userId":0,"payload":"a"}""")]
    [InlineData("""{"appId":6736218,"userId":-1,"payload":"a"}""")]
    [InlineData("""{"appId":7,"userId":42,"payload":"a"}""")]
    [InlineData("""{"appId":-1,"userId":42,"payload":"a"}""")]
    public async Task Request_that_vk_would_not_sign_is_refused(string json)
    {
        await using var app = await VkApp.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await app.AskAsync(HttpMethod.Post, "/launcher/hash", json)).StatusCode);
    }

    [Theory]
    [InlineData(8192, null, HttpStatusCode.OK)]
    [InlineData(8193, null, HttpStatusCode.BadRequest)]
    [InlineData(10, 10, HttpStatusCode.OK)]
    [InlineData(11, 10, HttpStatusCode.BadRequest)]
    public async Task Payload_that_the_verifier_of_the_application_or_any_would_refuse_is_refused(int length, int? longest, HttpStatusCode status)
    {
        await using var app = await LauncherApp<VkSubject>.StartAsync(LauncherApp<VkSubject>.Build(configureServices: services =>
        {
            if (longest is { } limit)
            {
                services.AddSingleton(new VkCreatedHashVerifier(
                    new VkCreatedHashVerifierOptions { MaxRequestIdLength = limit }.AddApp(VkApp.AppId, VkApp.Secret)));
            }
        }));

        Assert.Equal(status, (await app.AskAsync(HttpMethod.Post, "/launcher/hash", Request(new string('x', length)))).StatusCode);
    }

    [Fact]
    public async Task Payload_is_signed_where_several_schemes_have_a_verifier()
    {
        await using var app = await LauncherApp<VkSubject>.StartAsync(LauncherApp<VkSubject>.Build(configureServices: services =>
            services.AddAuthentication().AddVkMiniApp("Other", options => (options.AppId, options.AppSecret) = (7, "another-key"))));

        Assert.Equal(HttpStatusCode.OK, (await app.AskAsync(HttpMethod.Post, "/launcher/hash", Request("order 7"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await app.AskAsync(HttpMethod.Post, "/launcher/hash", Request(new string('x', 8193)))).StatusCode);
    }

    private static TestClock Clock { get; } = new(VkApp.Now);

    private static string Request(string payload) =>
        $$"""{"appId":"{{VkApp.AppId}}","userId":"42","payload":{{JsonSerializer.Serialize(payload)}}}""";
}
