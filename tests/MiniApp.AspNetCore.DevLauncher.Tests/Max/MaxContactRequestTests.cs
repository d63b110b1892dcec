using System.Net;

namespace MaxMiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>What <c>requestContact</c> answers in the frame, held against the verifier of such contacts.</summary>
public class MaxContactRequestTests
{
    [Theory]
    [InlineData("fresh", MaxContactFailure.None)]
    [InlineData("aged", MaxContactFailure.Expired)]
    [InlineData("datedAhead", MaxContactFailure.NotYetValid)]
    [InlineData("forged", MaxContactFailure.InvalidProof)]
    [InlineData("anotherUser", MaxContactFailure.InvalidProof)]
    public async Task Contact_of_each_kind_gets_the_answer_of_the_verifier(string kind, MaxContactFailure failure)
    {
        await using var app = await MaxApp.StartAsync();

        foreach (var userId in new[] { 1, 42 })
        {
            var contact = await app.AnswerAsync(HttpMethod.Post, "/launcher/contact", $$"""{"userId":"{{userId}}","kind":"{{kind}}","phoneNumber":"+79110000000"}""");
            var (phone, authDate, hash) = (contact.GetProperty("phone").GetString(), contact.GetProperty("authDate").GetInt64(), contact.GetProperty("hash").GetString());

            Assert.Equal("+79110000000", phone);
            Assert.Equal(failure, Verifier(MaxApp.BotToken).Verify(phone, authDate, hash, userId).Failure);
            Assert.NotEqual(MaxContactFailure.None, Verifier(MaxApp.BotToken).Verify(phone, authDate, hash, userId + 7).Failure);
        }
    }

    [Fact]
    public async Task Contact_of_somebody_else_is_right_for_that_user()
    {
        await using var app = await MaxApp.StartAsync();

        var contact = await app.AnswerAsync(HttpMethod.Post, "/launcher/contact", """{"userId":42,"kind":"anotherUser","phoneNumber":"79110000000"}""");

        Assert.Equal(
            MaxContactFailure.None,
            Verifier(MaxApp.BotToken).Verify("79110000000", contact.GetProperty("authDate").GetInt64(), contact.GetProperty("hash").GetString(), userId: 1).Failure);
    }

    [Fact]
    public async Task Contact_is_signed_for_the_bot_that_was_picked()
    {
        await using var app = await MaxApp.StartAsync(options => options.AddBot("new", "old"));

        var contact = await app.AnswerAsync(HttpMethod.Post, "/launcher/contact", """{"userId":42,"bot":"2","phoneNumber":"79110000000"}""");
        var (authDate, hash) = (contact.GetProperty("authDate").GetInt64(), contact.GetProperty("hash").GetString());

        Assert.Equal(MaxContactFailure.None, Verifier("new").Verify("79110000000", authDate, hash, 42).Failure);
        Assert.Equal(MaxContactFailure.InvalidProof, Verifier(MaxApp.BotToken).Verify("79110000000", authDate, hash, 42).Failure);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"userId":42}""")]
    [InlineData("""{"userId":42,"phoneNumber":null}""")]
    [InlineData("""{"userId":42,"phoneNumber":""}""")]
    [InlineData("""{"userId":42,"phoneNumber":"+"}""")]
    [InlineData("""{"userId":42,"phoneNumber":"++7"}""")]
    [InlineData("""{"userId":42,"phoneNumber":"+7 911"}""")]
    [InlineData("""{"userId":42,"phoneNumber":"٧"}""")]
    [InlineData("""{"userId":42,"phoneNumber":"123456789012345678901234567890123"}""")]
    [InlineData("""{"phoneNumber":"7"}""")]
    [InlineData("""{"userId":0,"phoneNumber":"7"}""")]
    [InlineData("""{"userId":-1,"phoneNumber":"7"}""")]
    [InlineData("""{"userId":42,"phoneNumber":"7","bot":2}""")]
    [InlineData("""{"userId":42,"phoneNumber":"7","kind":"denied"}""")]
    [InlineData("""{"userId":42,"phoneNumber":"7","ownerId":7}""")]
    public async Task Contact_that_nobody_can_share_is_refused(string json)
    {
        await using var app = await MaxApp.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await app.AskAsync(HttpMethod.Post, "/launcher/contact", json)).StatusCode);
    }

    [Fact]
    public async Task Number_of_the_most_digits_is_signed()
    {
        await using var app = await MaxApp.StartAsync();

        Assert.Equal(
            HttpStatusCode.OK,
            (await app.AskAsync(HttpMethod.Post, "/launcher/contact", """{"userId":42,"phoneNumber":"+12345678901234567890123456789012"}""")).StatusCode);
    }

    private static MaxContactVerifier Verifier(string token) =>
        new(new MaxContactVerifierOptions { TimeProvider = new TestClock(MaxApp.Now) }.AddBot(token));
}
