using System.Net;

namespace TelegramMiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>What <c>requestContact</c> answers in the frame, held against the verifier of such contacts.</summary>
public class TelegramContactRequestTests
{
    [Theory]
    [InlineData("fresh", TelegramContactFailure.None)]
    [InlineData("aged", TelegramContactFailure.Expired)]
    [InlineData("datedAhead", TelegramContactFailure.NotYetValid)]
    [InlineData("forged", TelegramContactFailure.InvalidProof)]
    [InlineData("anotherUser", TelegramContactFailure.OtherUser)]
    public async Task Contact_of_each_kind_gets_the_answer_of_the_verifier(string kind, TelegramContactFailure failure)
    {
        await using var app = await TelegramApp.StartAsync();

        foreach (var userId in new[] { 1, 42 })
        {
            var contact = await app.AnswerAsync(HttpMethod.Post, "/launcher/contact", $$"""{"userId":"{{userId}}","kind":"{{kind}}","phoneNumber":"+79110000000"}""");

            Assert.Equal(failure, Verifier().Verify(contact.GetProperty("response").GetString(), userId).Failure);
        }
    }

    [Fact]
    public async Task Contact_has_the_number_the_names_and_the_user()
    {
        await using var app = await TelegramApp.StartAsync();

        var answer = await app.AnswerAsync(HttpMethod.Post, "/launcher/contact", """
            {"userId":42,"phoneNumber":"79110000000","firstName":"Ада & Co+","lastName":"Лавлейс"}
            """);
        var contact = Verifier().Verify(answer.GetProperty("response").GetString(), 42).Contact!;

        Assert.Equal((42, "79110000000", "Ада & Co+", "Лавлейс"), (contact.UserId, contact.PhoneNumber, contact.FirstName, contact.LastName));
    }

    [Fact]
    public async Task Contact_is_signed_for_the_bot_that_was_picked_and_else_for_the_first_whose_key_is_known()
    {
        await using var app = await TelegramApp.StartAsync(options =>
        {
            (options.BotToken, options.BotId) = (null, 7);
            options.AddBot(TelegramApp.BotToken);
            options.AddBot("51000002:new", "51000002:old");
        });

        foreach (var (bot, botId) in new[] { ("", TelegramApp.BotId), (""","botId":"51000002" """, 51000002) })
        {
            var contact = await app.AnswerAsync(HttpMethod.Post, "/launcher/contact", $$"""{"userId":42,"phoneNumber":"7"{{bot}}}""");
            Assert.Equal(botId, Verifier().Verify(contact.GetProperty("response").GetString(), 42).BotId);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"userId":42}""")]
    [InlineData("""{"userId":42,"phoneNumber":"7 911"}""")]
    [InlineData("""{"userId":0,"phoneNumber":"7"}""")]
    [InlineData("""{"userId":42,"phoneNumber":"7","botId":8}""")]
    [InlineData("""{"userId":42,"phoneNumber":"7","botId":7}""")]
    [InlineData("""{"userId":42,"phoneNumber":"7","firstName":null}""")]
    [InlineData("""{"userId":42,"phoneNumber":"7","kind":"denied"}""")]
    public async Task Contact_that_nobody_can_share_is_refused(string json)
    {
        await using var app = await TelegramApp.StartAsync(options => options.BotId = 7);

        Assert.Equal(HttpStatusCode.BadRequest, (await app.AskAsync(HttpMethod.Post, "/launcher/contact", json)).StatusCode);
    }

    [Theory]
    [InlineData("firstName", 512, true)]
    [InlineData("firstName", 513, false)]
    [InlineData("lastName", 513, false)]
    public async Task Name_has_a_limit(string name, int length, bool isAccepted)
    {
        await using var app = await TelegramApp.StartAsync();

        using var response = await app.AskAsync(
            HttpMethod.Post, "/launcher/contact", $$"""{"userId":42,"phoneNumber":"7","{{name}}":"{{new string('x', length)}}"}""");

        Assert.Equal(isAccepted ? HttpStatusCode.OK : HttpStatusCode.BadRequest, response.StatusCode);
    }

    private static TelegramContactVerifier Verifier() => new(new TelegramContactVerifierOptions { TimeProvider = new TestClock(TelegramApp.Now) }
        .AddBot(TelegramApp.BotId, TelegramSecretKey.Derive(TelegramApp.BotToken))
        .AddBot(51000002, TelegramSecretKey.Derive("51000002:new")));
}
