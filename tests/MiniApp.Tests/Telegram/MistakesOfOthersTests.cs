using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MiniApp;
using TestSupport;

namespace TelegramMiniApp.Tests;

/// <summary>What was found wrong in other libraries that verify init data.</summary>
public class MistakesOfOthersTests
{
    [Theory]
    [InlineData("%D0%B9")]
    [InlineData("й")]
    [InlineData("%00")]
    [InlineData("йййййййййййййййййййййййййййййййй")] // as many bytes as a hash has
    public void Hash_that_is_not_ASCII_is_refused_without_an_exception(string hash) =>
        Assert.Equal(InitDataFailure.InvalidProof, Example.Verdict($"auth_date={Example.Now}&hash={hash}"));

    [Fact]
    public void Auth_date_of_5000_digits_is_refused_without_an_exception() =>
        Assert.Equal(InitDataFailure.Malformed, Example.Verdict(Example.InitData(("auth_date", new string('9', 5000)))));

    [Theory]
    [InlineData("١٧٦٠٠٠٠٠٠٠")]
    [InlineData("१७६०००००००")]
    [InlineData("1760000000\n")]
    [InlineData("1760000000 ")]
    [InlineData(" 1760000000")]
    [InlineData("+1760000000")]
    [InlineData("-1760000000")]
    [InlineData("1,760,000,000")]
    [InlineData("1760000000.0")]
    [InlineData("1.76e9")]
    [InlineData("0x68E77800")]
    [InlineData("")]
    public void Auth_date_is_ASCII_digits_and_nothing_else(string authDate) =>
        Assert.Equal(InitDataFailure.Malformed, Example.Verdict(Example.InitData(("auth_date", authDate))));

    [Theory]
    [InlineData("{\"id\":1,\"brand_new\":{\"a\":[1,2,{\"id\":\"x\"}]}}")]
    [InlineData("{\"brand_new\":null,\"id\":1}")]
    [InlineData("{\"id\":1,\"language_code\":null,\"is_premium\":null,\"first_name\":null}")]
    [InlineData("{\"id\":1,\"is_premium\":\"yes\",\"first_name\":7,\"photo_url\":{\"small\":1}}")]
    public void New_member_of_the_user_or_one_of_a_new_type_fails_no_sign_in(string user) =>
        Assert.Equal(1, Example.Read(("user", user)).User.Id);

    [Fact]
    public void New_type_of_chat_fails_no_sign_in()
    {
        var initData = Example.Read(("chat_type", "hologram"), ("chat", "{\"id\":-5,\"type\":\"hologram\",\"title\":\"T\"}"));

        Assert.Equal(new TelegramChatType("hologram"), initData.ChatType);
        Assert.Equal(new TelegramChatType("hologram"), initData.Chat!.Type);
    }

    [Fact]
    public void Auth_date_in_the_future_is_refused() =>
        Assert.Equal(InitDataFailure.NotYetValid, Example.Verdict(Example.InitData(("auth_date", $"{Example.Now + 3600}"))));

    [Fact]
    public void Expiry_is_not_judged_before_the_proof() =>
        Assert.Equal(InitDataFailure.InvalidProof, Example.Verdict(Example.InitData(("auth_date", "1")).With("494075", "494076")));

    [Fact]
    public void Init_data_expires_without_being_asked_to()
    {
        var verifier = new TelegramInitDataVerifier(Example.BotToken);

        // The example was made in October 2025.
        Assert.Equal(InitDataFailure.Expired, Example.Verdict(Example.InitData(), verifier));
    }

    [Fact]
    public void Forged_user_is_refused() =>
        Assert.Equal(InitDataFailure.InvalidProof, Example.Verdict(Example.InitData().With("494075", "1")));

    [Fact]
    public void Memory_on_the_stack_does_not_grow_with_the_input()
    {
        var verifier = Example.Verifier(options => options.MaxTokenLength = 1_048_576);
        var large = Example.InitData(("start_param", new string('x', 900_000)));

        // On a stack of 128 KB a buffer as long as the input would end the process.
        var verdict = InitDataFailure.Malformed;
        Exception? exception = null;
        var thread = new Thread(() => exception = Record.Exception(() => verdict = verifier.Verify(large).Failure), maxStackSize: 128 * 1024);
        thread.Start();
        thread.Join();

        Assert.Null(exception);
        Assert.Equal(InitDataFailure.None, verdict);
    }

    [Fact]
    public void User_without_a_language_is_a_user() => Assert.Null(Example.Read(("user", "{\"id\":1}")).User.LanguageCode);

    [Fact]
    public void Missing_user_is_refused_without_an_exception() =>
        Assert.Equal(InitDataFailure.NoUser, Example.Verdict(Example.InitData(("user", null))));

    [Theory]
    [InlineData("en-US")]
    [InlineData("cs-CZ")]
    [InlineData("tr-TR")]
    [InlineData("da-DK")]
    public void Fields_are_sorted_alike_in_every_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            var initData = Example.InitData(("chat", "{\"id\":-1}"), ("Chat", "c"), ("ch", "c"), ("chat_", "c"), ("aa", "a"), ("ｚ", "z"), ("😀", "!"));

            Assert.Equal(InitDataFailure.None, Example.Verdict(initData));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Two_verifiers_in_one_process_keep_their_own_keys()
    {
        var other = new TelegramInitDataVerifier(Example.Options().AddBot("7:other"));

        Assert.Equal(InitDataFailure.InvalidProof, Example.Verdict(Example.InitData(), other));
        Assert.Equal(InitDataFailure.None, Example.Verdict(Example.InitData()));
    }

    [Fact]
    public void Signature_is_part_of_what_is_hashed()
    {
        var proved = Example.Proved();
        var hashedWithout = $"{proved[..proved.IndexOf("&hash=", StringComparison.Ordinal)]}&hash={ReferenceInitData.Hash(Example.Fields(), Example.BotToken)}";

        Assert.Equal(InitDataFailure.None, Example.Verdict(proved));
        Assert.Equal(InitDataFailure.InvalidProof, Example.Verdict(hashedWithout));
    }

    [Fact]
    public void Hash_may_stand_anywhere()
    {
        var parts = Example.InitData().Split('&');

        for (var i = 0; i < parts.Length; i++)
        {
            string[] rotated = [.. parts[i..], .. parts[..i]];
            Assert.Equal(InitDataFailure.None, Example.Verdict(string.Join('&', rotated)));
        }
    }

    [Fact]
    public void Blank_value_is_part_of_what_is_hashed()
    {
        Assert.Equal("", Example.Read(("start_param", ""))["start_param"]);
        Assert.Equal(InitDataFailure.InvalidProof, Example.Verdict(Example.InitData(("start_param", "")).With("start_param=&", "")));
    }

    [Fact]
    public void Arguments_of_the_keys_HMAC_are_not_swapped()
    {
        var swapped = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Example.BotToken), "WebAppData"u8);
        var verifier = new TelegramInitDataVerifier(Example.Options().AddBot(Example.BotId, new TelegramSecretKey(swapped)));

        Assert.Equal(InitDataFailure.InvalidProof, Example.Verdict(Example.InitData(), verifier));
        Assert.NotEqual(swapped, TelegramSecretKey.Derive(Example.BotToken).ToArray());
    }

    [Fact]
    public void Hash_in_capital_letters_is_refused()
    {
        var initData = Example.InitData();
        var hash = initData[^64..];

        Assert.Equal(InitDataFailure.InvalidProof, Example.Verdict(initData.With(hash, hash.ToUpperInvariant())));
    }

    [Fact]
    public void Empty_init_data_of_a_keyboard_button_is_refused_without_an_exception()
    {
        Assert.Equal(InitDataFailure.Malformed, Example.Verdict(""));
        Assert.Equal(InitDataFailure.Malformed, Example.Verdict(null));
    }
}
