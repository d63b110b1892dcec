using System.Net;
using System.Text.Json;

namespace MaxMiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>Every launch that can be picked, and what the scheme makes of it.</summary>
public class MaxLaunchSignerTests
{
    public static TheoryData<string, string?> Launches => new()
    {
        { """{"userId":42}""", null },
        { """{"userId":42,"kind":"fresh"}""", null },
        { """{"userId":42,"kind":"aged","ageSeconds":86400}""", null },
        { """{"userId":42,"kind":"aged","ageSeconds":86401}""", "Expired" },
        { """{"userId":42,"kind":"aged","ageSeconds":-60}""", null },
        { """{"userId":42,"kind":"aged","ageSeconds":-61}""", "NotYetValid" },
        { """{"userId":42,"kind":"aged","ageSeconds":9223372036854775807}""", "Expired" },
        { """{"userId":42,"kind":"expired"}""", "Expired" },
        { """{"userId":42,"kind":"datedAhead"}""", "NotYetValid" },
        { """{"userId":42,"kind":"forged"}""", "InvalidProof" },
        { """{"userId":42,"kind":"anotherApp"}""", "InvalidProof" },
        { """{"userId":0}""", "NoUser" },
    };

    [Theory]
    [MemberData(nameof(Launches))]
    public async Task Launch_of_each_kind_gets_the_answer_of_the_scheme(string launch, string? failure)
    {
        await using var app = await MaxApp.StartAsync();

        var token = await app.SignAsync(launch);
        var answer = await app.AuthenticateAsync(token);

        Assert.Equal(failure is null ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, (await app.CallAsync("/me", token)).StatusCode);
        Assert.Equal(failure, answer.GetProperty("failure").GetString());
        Assert.Equal(failure is null ? JsonValueKind.Array : JsonValueKind.Null, answer.GetProperty("claims").ValueKind);
    }

    [Theory]
    [InlineData("""{"userId":42,"startParam":"a\nb"}""", "Malformed")]
    [InlineData("""{"userId":42,"startParam":"a\nb","kind":"forged"}""", "Malformed")]
    [InlineData("""{"userId":42,"startParam":"a\nb","kind":"expired"}""", "Malformed")]
    [InlineData("""{"userId":0,"startParam":"a\nb"}""", "Malformed")]
    public async Task Fields_that_the_scheme_refuses_whoever_signs_them_are_refused(string launch, string failure)
    {
        await using var app = await MaxApp.StartAsync();

        using var response = await app.AskAsync(HttpMethod.Post, "/launcher/launch", launch);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith(
            $"The scheme would refuse these fields whoever signs them: {failure}. ", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_that_was_picked_is_signed()
    {
        await using var app = await MaxApp.StartAsync();
        var token = await app.SignAsync("""
            {
              "bot": "1", "userId": "4503599627370495", "kind": "aged", "ageSeconds": 5, "firstName": "Ада", "lastName": "Лавлейс",
              "username": "ada", "languageCode": "ru", "photoUrl": "https://app.example/ada.png", "chatId": "-7", "chatType": "CHAT",
              "startParam": "order_7"
            }
            """);

        Assert.Equal(
            [
                "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier=max:4503599627370495",
                "max_user_id=4503599627370495", $"max_auth_date={MaxApp.Now - 5}", "max_first_name=Ада", "max_last_name=Лавлейс",
                "max_username=ada", "max_language_code=ru", "max_photo_url=https://app.example/ada.png", "max_chat_id=-7", "max_chat_type=CHAT",
                "max_start_param=order_7", "max_query_id=00000000-0000-4000-8000-000000000001",
            ],
            Claims(await app.AuthenticateAsync(token)),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task Launch_without_a_chat_tells_of_none()
    {
        await using var app = await MaxApp.StartAsync();

        var claims = Claims(await app.AuthenticateAsync(await app.SignAsync("""{"userId":42,"chatType":"DIALOG"}""")));

        Assert.DoesNotContain(claims, claim => claim.StartsWith("max_chat", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Chat_without_a_kind_has_its_id_alone()
    {
        await using var app = await MaxApp.StartAsync();

        var claims = Claims(await app.AuthenticateAsync(await app.SignAsync("""{"userId":42,"chatId":7}""")));

        Assert.Equal(["max_chat_id=7"], claims.Where(claim => claim.StartsWith("max_chat", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Any_bot_of_the_scheme_can_be_picked_by_its_place_and_its_newest_token_signs()
    {
        await using var app = await MaxApp.StartAsync(options => options.AddBot("new", "old"));

        var settings = await app.AnswerAsync(HttpMethod.Get, "/launcher/settings");
        Assert.Equal([1, 2], settings.GetProperty("bots").EnumerateArray().Select(bot => bot.GetInt32()));

        var first = (await app.AnswerAsync(HttpMethod.Post, "/launcher/launch", """{"userId":42}""")).GetProperty("query").GetString();
        var second = (await app.AnswerAsync(HttpMethod.Post, "/launcher/launch", """{"userId":42,"bot":2}""")).GetProperty("query").GetString();
        Assert.True(new MaxInitDataVerifier(MaxApp.BotToken).HasValidProof(first));
        Assert.True(new MaxInitDataVerifier("new").HasValidProof(second));
    }

    [Fact]
    public async Task Frame_opens_the_page_of_the_options_with_the_init_data_as_the_fragment()
    {
        await using var app = await MaxApp.StartAsync(configureLauncher: options => options.AppUrl = new Uri("http://localhost:5173/app?debug=1#top"));

        var signed = await app.AnswerAsync(HttpMethod.Post, "/launcher/launch", """{"userId":42,"firstName":"A & B%20","startParam":"order 7"}""");
        var (address, initData) = (signed.GetProperty("address").GetString()!, signed.GetProperty("query").GetString()!);

        Assert.Equal($"http://localhost:5173/app?debug=1#WebAppData={Uri.EscapeDataString(initData)}", address);

        // The scheme reads the fragment as it stands too.
        Assert.Equal(HttpStatusCode.OK, (await app.CallAsync("/me", address[(address.IndexOf('#', StringComparison.Ordinal) + 1)..])).StatusCode);
    }

    [Fact]
    public async Task Token_is_in_no_answer()
    {
        await using var app = await MaxApp.StartAsync();

        foreach (var (method, path, json) in MaxSubject.Requests)
        {
            var answer = await app.AnswerAsync(new HttpMethod(method), path, json);
            Assert.DoesNotContain(MaxApp.BotToken, answer.GetRawText(), StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> Claims(JsonElement answer) => answer.GetProperty("claims").EnumerateArray()
        .Select(claim => $"{claim.GetProperty("type").GetString()}={claim.GetProperty("value").GetString()}");
}
