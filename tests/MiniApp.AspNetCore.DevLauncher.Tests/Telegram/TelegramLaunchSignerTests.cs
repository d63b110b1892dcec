using System.Buffers.Text;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using MiniApp;

namespace TelegramMiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>Every launch that can be picked, and what the scheme makes of it.</summary>
public class TelegramLaunchSignerTests
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
        { """{"userId":42,"kind":"aged","ageSeconds":-9223372036854775808}""", "NotYetValid" },
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
        await using var app = await TelegramApp.StartAsync();

        var token = await app.SignAsync(launch);
        var answer = await app.AuthenticateAsync(token);

        Assert.Equal(failure is null ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, (await app.CallAsync("/me", token)).StatusCode);
        Assert.Equal(failure, answer.GetProperty("failure").GetString());
        Assert.Equal(failure is null ? JsonValueKind.Array : JsonValueKind.Null, answer.GetProperty("claims").ValueKind);
    }

    [Theory]
    [InlineData("""{"userId":42,"startParam":"a\nb"}""", "Malformed")]
    [InlineData("""{"userId":42,"startParam":"a\nb","kind":"forged"}""", "Malformed")]
    [InlineData("""{"userId":42,"startParam":"a\nb","kind":"anotherApp"}""", "Malformed")]
    [InlineData("""{"userId":42,"startParam":"a\nb","kind":"expired"}""", "Malformed")]
    [InlineData("""{"userId":0,"startParam":"a\nb"}""", "Malformed")]
    [InlineData("""{"userId":42,"chatType":"a\nb"}""", "Malformed")]
    public async Task Fields_that_the_scheme_refuses_whoever_signs_them_are_refused(string launch, string failure)
    {
        await using var app = await TelegramApp.StartAsync();

        using var response = await app.AskAsync(HttpMethod.Post, "/launcher/launch", launch);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith(
            $"The scheme would refuse these fields whoever signs them: {failure}. ", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Launch_that_is_longer_than_the_scheme_reads_is_refused()
    {
        await using var app = await TelegramApp.StartAsync(options => options.MaxTokenLength = 500);

        Assert.Equal(HttpStatusCode.OK, (await app.AskAsync(HttpMethod.Post, "/launcher/launch", """{"userId":42}""")).StatusCode);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await app.AskAsync(HttpMethod.Post, "/launcher/launch", $$"""{"userId":42,"startParam":"{{new string('x', 500)}}"}""")).StatusCode);
    }

    [Theory]
    [InlineData("00:00:00", "00:00:00")]
    [InlineData("00:15:00", "00:05:00")]
    public async Task Expired_and_dated_ahead_follow_the_settings_of_the_scheme(string lifetime, string clockSkew)
    {
        await using var app = await TelegramApp.StartAsync(options =>
        {
            options.Lifetime = TimeSpan.Parse(lifetime, null);
            options.ClockSkew = TimeSpan.Parse(clockSkew, null);
        });

        var expired = await app.AuthenticateAsync(await app.SignAsync("""{"userId":42,"kind":"expired"}"""));
        var ahead = await app.AuthenticateAsync(await app.SignAsync("""{"userId":42,"kind":"datedAhead"}"""));

        Assert.Equal("Expired", expired.GetProperty("failure").GetString());
        Assert.Equal("NotYetValid", ahead.GetProperty("failure").GetString());
    }

    [Fact]
    public async Task Everything_that_was_picked_is_signed()
    {
        await using var app = await TelegramApp.StartAsync();
        var token = await app.SignAsync("""
            {
              "botId": "51000001", "userId": "4503599627370495", "kind": "aged", "ageSeconds": 5, "firstName": "Ада", "lastName": "Лавлейс",
              "username": "ada", "languageCode": "ru", "photoUrl": "https://app.example/ada.svg", "isPremium": true, "allowsWriteToPm": true, "chatType": "supergroup", "startParam": "order_7"
            }
            """);

        Assert.Equal(
            [
                "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier=telegram:4503599627370495",
                "telegram_user_id=4503599627370495", $"telegram_auth_date={TelegramApp.Now - 5}", "telegram_bot_id=51000001",
                "telegram_first_name=Ада", "telegram_last_name=Лавлейс", "telegram_username=ada", "telegram_language_code=ru",
                "telegram_photo_url=https://app.example/ada.svg", "telegram_is_premium=true", "telegram_allows_write_to_pm=true", "telegram_chat_type=supergroup",
                "telegram_chat_instance=8000000000000000001", "telegram_start_param=order_7",
            ],
            Claims(await app.AuthenticateAsync(token)),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task Any_bot_of_the_scheme_whose_key_is_known_can_be_picked_and_its_newest_key_signs()
    {
        await using var app = await TelegramApp.StartAsync(options =>
        {
            options.AddBot("51000002:new", "51000002:old");
            options.AddBot(51000003, TelegramSecretKey.Derive("51000003:token"));
            options.AddBot(51000004);
        });

        var settings = await app.AnswerAsync(HttpMethod.Get, "/launcher/settings");
        Assert.Equal(["51000001", "51000002", "51000003"], Texts(settings.GetProperty("botIds")), StringComparer.Ordinal);
        Assert.Equal(["sender", "private", "group", "supergroup", "channel"], Texts(settings.GetProperty("chatTypes")), StringComparer.Ordinal);

        var signed = await app.AnswerAsync(HttpMethod.Post, "/launcher/launch", """{"userId":42,"botId":51000002}""");
        Assert.Equal(InitDataFailure.Expired, new TelegramInitDataVerifier("51000002:new").Check(signed.GetProperty("query").GetString()));
        var other = await app.SignAsync("""{"userId":42,"botId":51000003}""");
        Assert.Contains("telegram_bot_id=51000003", Claims(await app.AuthenticateAsync(other)), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Bot_whose_key_is_known_comes_before_one_of_which_only_the_id_is()
    {
        await using var app = await TelegramApp.StartAsync(options =>
        {
            (options.BotToken, options.BotId) = (null, 1);
            options.AddBot("2:token");
        });

        Assert.Contains("telegram_bot_id=2", Claims(await app.AuthenticateAsync(await app.SignAsync("""{"userId":42}"""))), StringComparer.Ordinal);

        // Nobody's key has signed for it.
        var another = await app.AuthenticateAsync(await app.SignAsync("""{"userId":42,"kind":"anotherApp"}"""));
        Assert.Equal("InvalidProof", another.GetProperty("failure").GetString());
    }

    [Fact]
    public async Task Bot_of_which_only_the_id_is_known_can_not_be_signed_for_and_the_refusal_says_what_to_do()
    {
        await using var app = await TelegramApp.StartAsync(options => (options.BotToken, options.BotId) = (null, 51000001));

        Assert.Empty(Texts((await app.AnswerAsync(HttpMethod.Get, "/launcher/settings")).GetProperty("botIds")));
        foreach (var launch in new[] { """{"userId":42}""", """{"userId":42,"kind":"forged"}""", """{"userId":42,"botId":51000001}""" })
        {
            using var response = await app.AskAsync(HttpMethod.Post, "/launcher/launch", launch);

            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Equal(
                "Of bot 51000001 only the id is known, and nobody but Telegram can make its 'signature'. In Development, give the scheme the " +
                "bot's token, or any that starts with its id: BotToken, or AddBot; or give the launcher a SigningKey and the scheme the PublicKey of it.",
                await response.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task Scheme_that_demands_both_proofs_is_told_that_one_can_not_be_made()
    {
        await using var app = await TelegramApp.StartAsync(options => options.RequireBothProofs = true);

        using var response = await app.AskAsync(HttpMethod.Post, "/launcher/launch", """{"userId":42}""");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(
            "The scheme demands both proofs, and nobody but Telegram can make 'signature'. In Development, set RequireBothProofs to false, or " +
            "give the launcher a SigningKey and the scheme the PublicKey of it.",
            await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("""{"userId":42}""", null)]
    [InlineData("""{"userId":42,"kind":"forged"}""", "InvalidProof")]
    [InlineData("""{"userId":42,"kind":"anotherApp"}""", "InvalidProof")]
    [InlineData("""{"userId":42,"kind":"expired"}""", "Expired")]
    public async Task Key_in_place_of_telegrams_signs_for_a_bot_of_which_only_the_id_is_known(string launch, string? failure)
    {
        using var key = Ed25519SigningKey.Generate();
        await using var app = await TelegramApp.StartAsync(
            options => (options.BotToken, options.BotId, options.PublicKey) = (null, 51000001, key.PublicKey),
            options => ((TelegramMiniAppLauncherOptions)options).SigningKey = key);

        Assert.Equal(["51000001"], Texts((await app.AnswerAsync(HttpMethod.Get, "/launcher/settings")).GetProperty("botIds")));
        Assert.Equal(failure, (await app.AuthenticateAsync(await app.SignAsync(launch))).GetProperty("failure").GetString());
    }

    [Fact]
    public async Task Key_in_place_of_telegrams_makes_both_proofs_where_the_scheme_demands_them()
    {
        using var key = Ed25519SigningKey.Generate();
        await using var app = await TelegramApp.StartAsync(
            options => (options.RequireBothProofs, options.PublicKey) = (true, key.PublicKey),
            options => ((TelegramMiniAppLauncherOptions)options).SigningKey = key);

        Assert.Null((await app.AuthenticateAsync(await app.SignAsync("""{"userId":42}"""))).GetProperty("failure").GetString());
        Assert.Equal("InvalidProof", (await app.AuthenticateAsync(await app.SignAsync("""{"userId":42,"kind":"forged"}"""))).GetProperty("failure").GetString());
    }

    [Fact]
    public async Task Key_that_the_scheme_does_not_know_signs_nothing_that_rests_on_it()
    {
        using var key = Ed25519SigningKey.Generate();
        using var other = Ed25519SigningKey.Generate();
        await using var app = await TelegramApp.StartAsync(
            options => (options.RequireBothProofs, options.PublicKey) = (true, other.PublicKey),
            options => ((TelegramMiniAppLauncherOptions)options).SigningKey = key);

        using var response = await app.AskAsync(HttpMethod.Post, "/launcher/launch", """{"userId":42}""");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith("The scheme demands both proofs", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"userId":42}""", true)]
    [InlineData("""{"userId":42,"chatType":"group"}""", false)]
    public async Task Launch_has_what_every_launch_of_today_has(string launch, bool hasQueryId)
    {
        await using var app = await TelegramApp.StartAsync();

        var fields = QueryHelpers.ParseQuery((await app.AnswerAsync(HttpMethod.Post, "/launcher/launch", launch)).GetProperty("query").GetString());

        Assert.Equal(64, Base64Url.DecodeFromChars(fields["signature"].ToString()).Length);
        Assert.Equal(hasQueryId, fields.ContainsKey("query_id"));
        Assert.Equal(!hasQueryId, fields.ContainsKey("chat_instance"));
    }

    [Fact]
    public async Task Frame_opens_the_page_of_the_options_with_the_init_data_in_the_fragment()
    {
        await using var app = await TelegramApp.StartAsync(
            configureLauncher: options => options.AppUrl = new Uri("http://localhost:5173/app?debug=1#top"));

        var signed = await app.AnswerAsync(HttpMethod.Post, "/launcher/launch", """{"userId":42,"firstName":"A & B","startParam":"order 7"}""");
        var initData = signed.GetProperty("query").GetString()!;

        Assert.Equal(
            $"http://localhost:5173/app?debug=1&tgWebAppStartParam=order%207#top?tgWebAppData={Uri.EscapeDataString(initData)}",
            signed.GetProperty("address").GetString());
    }

    [Fact]
    public async Task Answer_is_that_of_the_applications_own_events()
    {
        await using var app = await TelegramApp.StartAsync(options => options.Events.OnTokenValidated = context =>
        {
            context.Fail("banned");
            return Task.CompletedTask;
        });

        var answer = await app.AuthenticateAsync(await app.SignAsync("""{"userId":42}"""));

        Assert.Equal("banned", answer.GetProperty("failure").GetString());
    }

    [Fact]
    public async Task Page_outside_telegram_sends_no_credentials_and_is_refused_for_no_reason_of_its_own()
    {
        await using var app = await TelegramApp.StartAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, (await app.CallAsync("/me", "")).StatusCode);

        var call = Assert.Single(await app.CallsAsync(1));
        Assert.Equal(("tma", null), (call.GetProperty("challenge").GetString(), call.GetProperty("failure").GetString()));
    }

    [Fact]
    public async Task Key_is_in_no_answer()
    {
        await using var app = await TelegramApp.StartAsync();

        foreach (var (method, path, json) in TelegramSubject.Requests)
        {
            var answer = await app.AnswerAsync(new HttpMethod(method), path, json);
            Assert.DoesNotContain(TelegramApp.Secret, answer.GetRawText(), StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> Texts(JsonElement list) => list.EnumerateArray().Select(item => item.GetString()!);

    private static IEnumerable<string> Claims(JsonElement answer) => answer.GetProperty("claims").EnumerateArray()
        .Select(claim => $"{claim.GetProperty("type").GetString()}={claim.GetProperty("value").GetString()}");
}
