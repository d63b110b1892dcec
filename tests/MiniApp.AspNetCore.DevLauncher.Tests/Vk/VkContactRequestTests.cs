using System.Net;
using System.Text.Json;

namespace VkMiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>What the bridge answers for a phone number and an address, held against the verifier of such contacts.</summary>
public class VkContactRequestTests
{
    [Theory]
    [InlineData("fresh", VkContactFailure.None)]
    [InlineData("forged", VkContactFailure.InvalidSignature)]
    [InlineData("anotherUser", VkContactFailure.InvalidSignature)]
    public async Task Contact_of_each_kind_gets_the_answer_of_the_verifier(string kind, VkContactFailure failure)
    {
        await using var app = await VkApp.StartAsync();
        var verifier = new VkContactVerifier(VkApp.AppId, VkApp.Secret);

        foreach (var userId in new[] { 1, 42 })
        {
            var launch = await LaunchAsync(app, userId);
            var phone = await SignAsync("phoneNumber", "+79110000000");
            var email = await SignAsync("email", "ада@example.org");

            Assert.Equal(failure, verifier.VerifyPhoneNumber(launch, "+79110000000", phone).Failure);
            Assert.Equal(failure, verifier.VerifyEmail(launch, "ада@example.org", email).Failure);
            Assert.Equal(VkContactFailure.InvalidSignature, verifier.VerifyEmail(launch, "+79110000000", phone).Failure);

            async Task<string> SignAsync(string field, string value) => (await app.AnswerAsync(
                HttpMethod.Post,
                "/launcher/contact",
                $$"""{"appId":"{{VkApp.AppId}}","userId":"{{userId}}","kind":"{{kind}}","field":"{{field}}","value":{{JsonSerializer.Serialize(value)}}}"""))
                .GetProperty("sign").GetString()!;
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"userId":42,"field":"email"}""")]
    [InlineData("""{"userId":42,"field":"email","value":null}""")]
    [InlineData("""{"userId":42,"field":"email","value":""}""")]
    [InlineData("""{"userId":42,"field":"address","value":"a"}""")]
    [InlineData("""{"userId":42,"field":"phoneNumber","value":"7 911"}""")]
    [InlineData("""{"userId":42,"field":"email","value":"\ud800"}""")]
    [InlineData("""{"userId":0,"field":"email","value":"a"}""")]
    [InlineData("""{"userId":42,"appId":7,"field":"email","value":"a"}""")]
    [InlineData("""{"userId":42,"kind":"aged","field":"email","value":"a"}""")]
    [InlineData("""{"userId":42,"kind":"datedAhead","field":"email","value":"a"}""")]
    [InlineData("""{"userId":42,"kind":"denied","field":"email","value":"a"}""")]
    public async Task Contact_that_nobody_can_share_is_refused(string json)
    {
        await using var app = await VkApp.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await app.AskAsync(HttpMethod.Post, "/launcher/contact", json)).StatusCode);
    }

    [Theory]
    [InlineData(256, HttpStatusCode.OK)]
    [InlineData(257, HttpStatusCode.BadRequest)]
    public async Task Address_has_a_limit(int length, HttpStatusCode status)
    {
        await using var app = await VkApp.StartAsync();

        using var response = await app.AskAsync(
            HttpMethod.Post, "/launcher/contact", $$"""{"userId":42,"field":"email","value":"{{new string('x', length)}}"}""");

        Assert.Equal(status, response.StatusCode);
    }

    private static async Task<VkLaunchParams?> LaunchAsync(MiniApp.AspNetCore.DevLauncher.Tests.LauncherApp<VkSubject> app, long userId)
    {
        var query = (await app.AnswerAsync(HttpMethod.Post, "/launcher/launch", $$"""{"userId":{{userId}}}""")).GetProperty("query").GetString();
        return new VkLaunchParamsVerifier(new VkLaunchParamsVerifierOptions { TimeProvider = new TestClock(VkApp.Now) }.AddApp(VkApp.AppId, VkApp.Secret))
            .Verify(query).LaunchParams;
    }
}
