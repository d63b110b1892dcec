using System.Text.Json;

namespace MiniApp.Tool.Tests.Inspection;

public sealed class ProofInspectorTests : IDisposable
{
    private readonly TestTool _tool = new();
    private readonly TestTool _toolWithoutKeys = new(withKeys: false);

    public void Dispose()
    {
        _tool.Dispose();
        _toolWithoutKeys.Dispose();
    }

    [Fact]
    public void A_good_hash_is_explained()
    {
        var sign = ExampleProof.Hash(age: 60);
        var result = _tool.Run("inspect", "--user-id", "42", "--request-id", "order-17", $$"""{"sign":"{{sign}}","ts":{{Example.Now - 60}}}""");

        Assert.Equal(
            $"""
            Platform     VK (guessed; --platform overrides it)
            Kind         a request's hash, by VKWebAppCreateHash (guessed; --kind overrides it)
            Text         JSON, 2 parameters
            Dated        2023-11-14 22:12:20 UTC, 1 minute ago
            Bound to     user 42, as --user-id says

            Signed parameters, proved:
              ts  1699999940

            Proof:
              sign  {sign}

            Judged with  environment variable Authentication__Schemes__VkMiniApp__AppSecret
            Verdict      good
                         VK signed it.
                         It is valid until 2023-11-14 22:17:20 UTC.

            """.ReplaceLineEndings("\n"),
            result.Good());
    }

    [Theory]
    [InlineData("vk", 1000, "good")]
    [InlineData("telegram", 3600, "good")]
    [InlineData("telegram", 3601, "expired")]
    [InlineData("telegram", -60, "good")]
    [InlineData("telegram", -61, "not_yet_valid")]
    [InlineData("max", 3600, "good")]
    [InlineData("max", 3601, "expired")]
    [InlineData("max", -61, "not_yet_valid")]
    public void A_contact_is_good_for_its_user_and_its_time(string platform, long age, string verdict)
    {
        var text = Contact(platform, age);

        Assert.Equal(verdict, Verdict(_tool, "--user-id", "42", text));
        Assert.Equal(verdict, Verdict(_tool, text));
        Assert.Equal(age is > 600 and <= 3600 && platform != "vk" ? "expired" : verdict, Verdict(_tool, "--lifetime", "00:10:00", text));
    }

    [Theory]
    [InlineData("vk", "invalid_signature")]
    [InlineData("telegram", "other_user")]
    [InlineData("max", "invalid_proof")]
    public void A_contact_of_another_user_is_refused(string platform, string reason)
    {
        var text = Contact(platform);

        Assert.Equal(reason, Verdict(_tool, "--user-id", "43", text));
        Assert.Equal(
            platform != "telegram",
            _tool.Run("inspect", "--user-id", "43", text).Output.Contains(
                "\n             It is right for user 42, whom the text names: it is another user's.\n", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("vk", "invalid_signature")]
    [InlineData("telegram", "invalid_proof")]
    [InlineData("max", "invalid_proof")]
    public void A_contact_in_which_something_was_changed_is_refused(string platform, string reason)
    {
        var result = _tool.Run("inspect", "--user-id", "42", Contact(platform).Replace("9990000000", "9990000001", StringComparison.Ordinal));

        Assert.Equal(1, result.Status);
        Assert.Contains($"\nVerdict      refused: {reason}\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("\nSigned parameters, not proved:\n", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("It is right for user", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(300, "good")]
    [InlineData(301, "expired")]
    [InlineData(-60, "good")]
    [InlineData(-61, "not_yet_valid")]
    public void A_hash_is_good_for_five_minutes(long age, string verdict) =>
        Assert.Equal(verdict, Verdict(_tool, $"user_id=42&request_id=order-17&ts={Example.Now - age}&sign={ExampleProof.Hash(age: age)}"));

    [Fact]
    public void A_hash_for_another_request_is_refused()
    {
        var text = $"request_id=order-17&ts={Example.Now}&sign={ExampleProof.Hash()}";
        var result = _tool.Run("inspect", "--user-id", "42", "--request-id", "order-18", text);

        Assert.Contains("\nVerdict      refused: invalid_signature\n", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("It is right for", result.Output, StringComparison.Ordinal);
        Assert.Contains(
            "\n             It is right for the request that the text names: it is another request's.\n",
            _tool.Run("inspect", "--request-id", "order-18", text + "&user_id=42").Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("app_id=1", "unknown_app")]
    [InlineData("app_id=0", "malformed")]
    [InlineData("user_id=x&user_id=42", "duplicate_parameter")]
    [InlineData("request_id=a~b", "unsettled_request_id")]
    [InlineData("ts=x", "malformed")]
    [InlineData("ts=-1", "malformed")]
    [InlineData("ts=9223372036854775807", "invalid_signature")]
    [InlineData("sign=", "missing_parameter")]
    public void A_hash_that_is_none_is_refused_for_what_is_wrong(string wrong, string reason)
    {
        var name = wrong.Split('=')[0];
        var fields = $"user_id=42&request_id=order-17&ts={Example.Now}&sign={ExampleProof.Hash()}".Split('&')
            .Where(field => !field.StartsWith($"{name}=", StringComparison.Ordinal));

        Assert.Equal(reason, Verdict(_tool, "--kind", "hash", "--user-id", "42", string.Join('&', fields.Append(wrong))));
    }

    [Theory]
    [InlineData("""{"sign":true,"ts":1}""", "missing_parameter", "sign is neither a text nor a number.")]
    [InlineData("""{"sign":"x","ts":[]}""", "missing_parameter", "ts is neither a text nor a number.")]
    [InlineData("""{"sign":"x","ts":null}""", "missing_parameter", "ts is neither a text nor a number.")]
    [InlineData("""{"sign":"x","ts":1.5}""", "malformed", "ts is not a whole number in ASCII digits.")]
    [InlineData("""{"sign":"x","ts":"1e3"}""", "malformed", "ts is not a whole number in ASCII digits.")]
    [InlineData("""{"sign":"x","ts":1,"ts":2}""", "duplicate_parameter", "ts is there 2 times.")]
    [InlineData("""{"phone_number":{"a":1},"sign":"x"}""", "missing_parameter", "phone_number is neither a text nor a number.")]
    [InlineData("""{"phone":"x","authDate":1,"hash":"x"}""", "malformed", "This is no contact in any spelling that is accepted.")]
    [InlineData("""{"phone":"7","hash":"x"}""", "missing_parameter", "authDate is missing.")]
    [InlineData("""{"contact":"x","hash":"y"}""", "malformed", "This is not the response to requestContact in any spelling that is accepted.")]
    public void Wrong_types_are_refused_and_named(string text, string reason, string fault)
    {
        string[] known = ["--user-id", "42", .. text.Contains("\"ts\"", StringComparison.Ordinal) ? new[] { "--request-id", "x" } : []];

        Assert.Equal(reason, Verdict(_tool, [.. known, text]));
        Assert.Contains(fault, _tool.Run(["inspect", .. known, text]).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sign=x&phone_number=7&phone_number=8", "duplicate_parameter")]
    [InlineData("sign=x&phone_number=7&user_id=0", "malformed")]
    [InlineData("sign=x&phone_number=7&app_id=x", "malformed")]
    [InlineData("sign=x&phone_number=7&app_id=1", "unknown_app")]
    [InlineData("sign=x&email=", "missing_parameter")]
    [InlineData("hash=x&phone=7&authDate=1&authDate=2", "duplicate_parameter")]
    [InlineData("hash=x&phone=7&authDate=1.5", "malformed")]
    [InlineData("hash=x&phone=7&authDate=1&userId=0", "malformed")]
    [InlineData("hash=x&phone=&authDate=1", "missing_parameter")]
    public void A_contact_that_is_none_is_refused_for_what_is_wrong(string text, string reason) =>
        Assert.Equal(reason, Verdict(_tool, "--user-id", "42", text));

    [Fact]
    public void A_contact_of_milliseconds_is_as_old_as_one_of_seconds()
    {
        var hash = new MaxMiniApp.MaxContactSigner(Example.MaxKey).Sign("7", (Example.Now - 3601) * 1000, 42);

        Assert.Equal("expired", Verdict(_tool, "--user-id", "42", $"phone=7&authDate={(Example.Now - 3601) * 1000}&hash={hash}"));
    }

    [Fact]
    public void A_payment_is_judged_as_it_came()
    {
        var body = ExampleProof.Payment(("user_id", "42"), ("order_id", "17"));

        Assert.Equal("good", Verdict(_tool, body));
        Assert.Equal("invalid_signature", Verdict(_tool, body.Replace("order_id=17", "order_id=18", StringComparison.Ordinal)));
        Assert.Equal("unknown_app", Verdict(_tool, "--app-id", "1", "--kind", "payment", body));
        Assert.Equal("duplicate_parameter", Verdict(_tool, body + "&user_id=43"));
        Assert.Equal("missing_parameter", Verdict(_tool, "notification_type=x&app_id=6736218"));
        Assert.Equal("ambiguous_parameters", Verdict(_tool, ExampleProof.Payment(("item", "notification_type=order_status_change"))));
        Assert.Contains("\nBound to     user 42, whose order it is\n", _tool.Run("inspect", body).Good(), StringComparison.Ordinal);
        Assert.Contains("\nBound to     nobody: it names no user\n", _tool.Run("inspect", ExampleProof.Payment()).Good(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3600, "good")]
    [InlineData(3601, "expired")]
    [InlineData(-61, "not_yet_valid")]
    public void A_sign_in_by_the_widget_is_judged_as_a_query_an_address_and_an_object(long age, string verdict)
    {
        var query = ExampleProof.Widget(age: age);
        var json = JsonSerializer.Serialize(query.Split('&').Select(part => part.Split('=')).ToDictionary(part => part[0], part => part[1]));

        Assert.Equal(verdict, Verdict(_tool, query));
        Assert.Equal(verdict, Verdict(_tool, $"https://example.com/in?{query}"));
        Assert.Equal(verdict, Verdict(_tool, json));
        Assert.Contains("\nBound to     user 42, who signs in by it\n", _tool.Run("inspect", query).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sign_in_by_the_widget_with_anything_added_is_refused()
    {
        Assert.Equal("invalid_proof", Verdict(_tool, ExampleProof.Widget() + "&utm_source=x"));
        Assert.Equal("missing_proof", Verdict(_tool, ExampleProof.Widget().Split("&hash=")[0]));
        Assert.Equal("malformed", Verdict(_tool, ExampleProof.Widget() + "&id=43"));
    }

    [Fact]
    public void Telegrams_contact_and_widget_do_not_pass_for_each_other()
    {
        Assert.Equal("no_contact", Verdict(_tool, "--kind", "contact", "--platform", "telegram", Example.Sign("telegram")));
        Assert.Equal("invalid_proof", Verdict(_tool, "--kind", "widget", ExampleProof.TelegramContact()));
        Assert.Equal("invalid_proof", Verdict(_tool, "--kind", "contact", "--platform", "telegram", ExampleProof.Widget()));
    }

    [Fact]
    public void A_card_is_good_for_nobody_and_only_with_its_line_ends()
    {
        string Json(string card) => JsonSerializer.Serialize(new { vcf_info = card, hash = ExampleProof.CardHash() });
        var message = JsonSerializer.Serialize(new { message = new { attachments = new[] { new { payload = JsonDocument.Parse(Json(ExampleProof.Card)).RootElement } } } });
        var good = _tool.Run("inspect", message).Good();

        Assert.Contains("\nBound to     nobody: whose card it is says the message alone, which has to come from MAX\n", good, StringComparison.Ordinal);
        Assert.Contains("\nUnwrapped    You pasted JSON around it; judged is what is inside.\n", good, StringComparison.Ordinal);
        Assert.Equal("good", Verdict(_tool, Json(ExampleProof.Card)));
        Assert.Equal("invalid_proof", Verdict(_tool, Json(ExampleProof.Card.ReplaceLineEndings("\n"))));
        Assert.Equal("malformed", Verdict(_tool, Json("x")));
        Assert.Equal("no_phone_number", Verdict(_tool, JsonSerializer.Serialize(
            new { vcf_info = "BEGIN:VCARD", hash = ExampleProof.CardHash("BEGIN:VCARD") })));
        Assert.Equal("duplicate_parameter", Verdict(_tool, "vcf_info=a&vcf_info=b&hash=x"));
    }

    [Theory]
    [InlineData("sign=x&ts=1", "Say who is signed in, with --user-id. Say what the request has to be about, with --request-id.")]
    [InlineData("phone_number=7&sign=x", "Say who is signed in, with --user-id.")]
    [InlineData("phone=7&authDate=1&hash=x", "Say who is signed in, with --user-id.")]
    public void Without_what_a_back_end_knows_nothing_is_judged(string text, string advice)
    {
        var result = _tool.Run("inspect", text);

        Assert.Equal((3, ""), (result.Status, result.Error));
        Assert.Contains("\nBound to     nobody yet: --user-id says who is signed in\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("\nVerdict      not judged\n", result.Output, StringComparison.Ordinal);
        Assert.EndsWith($"\nWhat to do   {advice}\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_is_named_by_the_text_alone_is_told_to_be_no_proof() =>
        Assert.Contains(
            "\n             It says itself whose it is: a back end takes the user from a verified launch or a session, and never from here.\n",
            _tool.Run("inspect", Contact("max")).Good(),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("vk", "protected key", "VK")]
    [InlineData("telegram", "bot token", "Telegram")]
    [InlineData("max", "bot token", "MAX")]
    public void Without_a_key_everything_is_shown_and_nothing_is_judged(string platform, string key, string title)
    {
        var result = _toolWithoutKeys.Run("inspect", "--user-id", "42", Contact(platform));

        Assert.Equal((3, ""), (result.Status, result.Error));
        Assert.Contains("\nSigned parameters, not proved:\n", result.Output, StringComparison.Ordinal);
        Assert.Contains(
            $"\nJudged with  no key\nVerdict      not judged\n             Without the {key}, nobody can tell whether {title} signed this: do not trust anything in it.\n",
            result.Output,
            StringComparison.Ordinal);
        Assert.EndsWith(", or pipe the key in with --secret-stdin.\n", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vk", "phone_number=7&sign=", "missing_parameter")]
    [InlineData("telegram", "contact=x&hash=y", "malformed")]
    [InlineData("telegram", "contact=x&auth_date=1", "missing_proof")]
    [InlineData("max", "phone=7&authDate=1&hash=", "missing_parameter")]
    public void What_any_key_would_refuse_is_refused_without_one(string platform, string text, string reason) =>
        Assert.Equal(reason, Verdict(_toolWithoutKeys, "--platform", platform, "--user-id", "42", text));

    [Fact]
    public void A_bots_id_is_not_enough_for_a_contact()
    {
        _toolWithoutKeys.Environment["Authentication__Schemes__TelegramMiniApp__BotId"] = "7342037359";

        Assert.Equal("not judged", Verdict(_toolWithoutKeys, ExampleProof.TelegramContact()));
        Assert.Equal("not judged", Verdict(_toolWithoutKeys, ExampleProof.Widget()));
    }

    [Fact]
    public void Without_the_apps_id_it_is_judged_for_the_app_that_it_names()
    {
        _toolWithoutKeys.Environment["Authentication__Schemes__VkMiniApp__AppSecret"] = Example.VkKey;
        var named = _toolWithoutKeys.Run("inspect", $"app_id=6736218&user_id=42&phone_number=79990000000&sign={ExampleProof.Phone()}");

        Assert.Contains(
            "\nJudged with  environment variable Authentication__Schemes__VkMiniApp__AppSecret, for the app that the text names\n",
            named.Good(),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "error: There is no app id.",
            _toolWithoutKeys.Run("inspect", $"user_id=42&phone_number=79990000000&sign={ExampleProof.Phone()}").Wrong(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Every_key_of_a_rotation_and_every_app_is_tried()
    {
        _toolWithoutKeys.Environment["Authentication__Schemes__VkMiniApp__Apps__6736218__0"] = "the-new-key";
        _toolWithoutKeys.Environment["Authentication__Schemes__VkMiniApp__Apps__6736218__1"] = Example.VkKey;
        _toolWithoutKeys.Environment["Authentication__Schemes__VkMiniApp__Apps__1__0"] = "of-another-app";
        _toolWithoutKeys.Environment["Authentication__Schemes__TelegramMiniApp__BotToken__0"] = "7342037359:new";
        _toolWithoutKeys.Environment["Authentication__Schemes__TelegramMiniApp__BotToken__1"] = Example.TelegramKey;
        _toolWithoutKeys.Environment["Authentication__Schemes__MaxMiniApp__BotToken__0"] = "new";
        _toolWithoutKeys.Environment["Authentication__Schemes__MaxMiniApp__BotToken__1"] = Example.MaxKey;

        Assert.Equal("good", Verdict(_toolWithoutKeys, "app_id=6736218&" + Contact("vk")));
        Assert.Equal("good", Verdict(_toolWithoutKeys, "--app-id", "6736218", Contact("vk")));
        Assert.Equal("good", Verdict(_toolWithoutKeys, Contact("telegram")));
        Assert.Equal("good", Verdict(_toolWithoutKeys, Contact("max")));
        Assert.Equal(
            "error: The settings have several apps. | hint: Give --app-id the id of one of them.",
            _toolWithoutKeys.Run("inspect", Contact("vk")).Wrong());
    }

    [Theory]
    [InlineData("vk", Example.VkKey, "--app-id", "6736218")]
    [InlineData("telegram", Example.TelegramKey)]
    [InlineData("max", Example.MaxKey)]
    public void The_key_can_come_before_it_on_standard_input(string platform, string key, params string[] options)
    {
        var input = $"{key}\n{Contact(platform)}\n";
        var report = _toolWithoutKeys.RunOn(input, ["inspect", "--user-id", "42", "--secret-stdin", .. options]);

        Assert.Contains("\nJudged with  first line of standard input\nVerdict      good\n", report.Good(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TelegramMiniApp__ContactLifetime", "telegram")]
    [InlineData("TelegramMiniApp__LoginWidgetLifetime", "widget")]
    [InlineData("MaxMiniApp__ContactLifetime", "max")]
    [InlineData("VkMiniApp__CreatedHashLifetime", "hash")]
    public void It_is_as_long_valid_as_the_settings_say(string setting, string proof)
    {
        string Text(long age) => proof switch
        {
            "widget" => ExampleProof.Widget(age: age),
            "hash" => $"user_id=42&request_id=order-17&ts={Example.Now - age}&sign={ExampleProof.Hash(age: age)}",
            _ => Contact(proof, age),
        };
        _tool.Environment[$"Authentication__Schemes__{setting}"] = "00:02:00";

        Assert.Equal("good", Verdict(_tool, Text(120)));
        Assert.Equal("expired", Verdict(_tool, Text(121)));
        Assert.Equal("good", Verdict(_tool, "--lifetime", "00:02:01", Text(121)));
        Assert.Contains("and valid for 2 minutes.", _tool.Run("inspect", Text(121)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_signed_is_shown_as_such() =>
        Assert.Contains(
            "\nNot signed, never to be trusted:\n  is_verified  true\n",
            _tool.Run("inspect", "--user-id", "42", $$"""{"phone_number":"79990000000","sign":"{{ExampleProof.Phone()}}","is_verified":true}""").Good(),
            StringComparison.Ordinal);

    private static string Contact(string platform, long age = 0) => platform switch
    {
        "vk" => $"user_id=42&phone_number=79990000000&sign={ExampleProof.Phone()}",
        "telegram" => ExampleProof.TelegramContact(age: age),
        _ => $"phone=79990000000&authDate={Example.Now - age}&userId=42&hash={ExampleProof.MaxHash(age: age)}",
    };

    /// <summary>The reason of a refusal, or the verdict where it is none. The exit code has to say the same.</summary>
    private static string Verdict(TestTool tool, params string[] arguments)
    {
        var result = tool.Run(["inspect", "--json", .. arguments]);
        using var json = JsonDocument.Parse(result.Output);
        var verdict = json.RootElement.GetProperty("verdict").GetString()!;

        Assert.Equal((verdict switch { "good" => 0, "refused" => 1, _ => 3 }, ""), (result.Status, result.Error));
        return json.RootElement.GetProperty("reason").GetString() ?? verdict;
    }
}
