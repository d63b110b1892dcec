using System.Net;
using System.Text;
using MaxMiniApp;
using TelegramMiniApp;
using VkMiniApp;

namespace MiniAppBackend.Tests.Phones;

/// <summary>Phone numbers that pages bring, proved by the platforms to be their users'.</summary>
public sealed class PhoneNumberTests(Backend backend) : IClassFixture<Backend>
{
    private const long Now = 1_700_000_000;

    // What the sample starts with in Development.
    private const string TelegramToken = "9000000000000000:AA-made-up-for-the-sample_of-no-bot";
    private const string MaxToken = "made-up-for-the-sample_of-no-bot-in-MAX";

    private static readonly VkContactSigner Vk = new(6736218, "wvl68m4dR1UpLrVRli");
    private static readonly TelegramContactSigner Telegram = new(TelegramToken);
    private static readonly MaxContactSigner Max = new(MaxToken);

    [Theory]
    [InlineData(42, "79110000000", HttpStatusCode.OK, "79110000000")]
    [InlineData(43, "79110000000", HttpStatusCode.BadRequest, "InvalidSignature")]
    [InlineData(42, "79110000001", HttpStatusCode.BadRequest, "InvalidSignature")]
    public Task Vk_s_is_taken_from_the_user_whom_it_was_signed_for(long owner, string phone, HttpStatusCode status, string answer) => AssertAsync(
        "/phone",
        "Bearer " + backend.SignLaunch(),
        $$"""{"phoneNumber":"{{phone}}","sign":"{{Vk.SignPhoneNumber(owner, "79110000000")}}"}""",
        status,
        answer);

    [Theory]
    [InlineData(42, 0, HttpStatusCode.OK, "79110000000")]
    [InlineData(42, -3600, HttpStatusCode.OK, "79110000000")]
    [InlineData(42, -3601, HttpStatusCode.BadRequest, "Expired")]
    [InlineData(43, 0, HttpStatusCode.BadRequest, "OtherUser")]
    public Task Telegram_s_is_taken_from_the_user_who_shared_it_just_now(long owner, int age, HttpStatusCode status, string answer)
    {
        var contact = new TelegramContact { UserId = owner, PhoneNumber = "79110000000" };
        var response = Telegram.Sign(contact, DateTimeOffset.FromUnixTimeSeconds(Now + age));
        return AssertAsync(
            "/telegram/phone", "tma " + backend.Sign(new TelegramUser { Id = 42 }), $$"""{"response":"{{response}}"}""", status, answer);
    }

    [Theory]
    [InlineData(42, 0, HttpStatusCode.OK, "79110000000")]
    [InlineData(42, -3600, HttpStatusCode.OK, "79110000000")]
    [InlineData(42, -3601, HttpStatusCode.BadRequest, "Expired")]
    [InlineData(43, 0, HttpStatusCode.BadRequest, "InvalidProof")]
    public Task Max_s_is_taken_from_the_user_who_shared_it_just_now(long owner, int age, HttpStatusCode status, string answer) => AssertAsync(
        "/max/phone",
        "max " + backend.Sign(new MaxUser { Id = 42 }),
        $$"""{"phone":"79110000000","authDate":{{Now + age}},"hash":"{{Max.Sign("79110000000", Now + age, owner)}}"}""",
        status,
        answer);

    [Theory]
    [InlineData("{}", "MissingParameter", "Malformed", "MissingParameter")]
    [InlineData("""{"phoneNumber":null,"response":null,"phone":null}""", "MissingParameter", "Malformed", "MissingParameter")]
    public async Task Body_without_a_contact_is_refused(string body, string vk, string telegram, string max)
    {
        await AssertAsync("/phone", "Bearer " + backend.SignLaunch(), body, HttpStatusCode.BadRequest, vk);
        await AssertAsync("/telegram/phone", "tma " + backend.Sign(new TelegramUser { Id = 42 }), body, HttpStatusCode.BadRequest, telegram);
        await AssertAsync("/max/phone", "max " + backend.Sign(new MaxUser { Id = 42 }), body, HttpStatusCode.BadRequest, max);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[")]
    [InlineData("""{"phoneNumber":7,"response":7,"authDate":"x"}""")]
    public async Task Body_that_is_none_of_the_page_s_is_refused(string body)
    {
        (string Path, string Authorization)[] calls =
        [
            ("/phone", "Bearer " + backend.SignLaunch()),
            ("/telegram/phone", "tma " + backend.Sign(new TelegramUser { Id = 42 })),
            ("/max/phone", "max " + backend.Sign(new MaxUser { Id = 42 })),
        ];

        foreach (var (path, authorization) in calls)
        {
            using var response = await PostAsync(path, authorization, body);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("/phone")]
    [InlineData("/telegram/phone")]
    [InlineData("/max/phone")]
    public async Task Nobody_signed_in_has_a_number(string path)
    {
        using var response = await PostAsync(path, authorization: null, "{}");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private async Task AssertAsync(string path, string authorization, string body, HttpStatusCode status, string answer)
    {
        using var response = await PostAsync(path, authorization, body);

        Assert.Equal((status, answer), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    private Task<HttpResponseMessage> PostAsync(string path, string? authorization, string body) =>
        backend.SendAsync(HttpMethod.Post, path, authorization, new StringContent(body, Encoding.UTF8, "application/json"));
}
