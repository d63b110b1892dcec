using System.Text;
using MaxMiniApp;
using TelegramMiniApp;
using VkMiniApp;
using MaxExample = MaxMiniApp.Tests.Example;
using TelegramExample = TelegramMiniApp.Tests.Example;

namespace MiniApp.Tests;

/// <summary>The step from a token to its query, which judges nothing.</summary>
public class TokenQueryTests
{
    [Theory]
    [InlineData("vk_user_id=1&odr_enabled=1&sign=x")]
    [InlineData("?vk_user_id=1&odr_enabled=1&sign=x")]
    [InlineData("https://app.example/a?vk_user_id=1&odr_enabled=1&sign=x#/top")]
    [InlineData(" vk_user_id=1&odr_enabled=1&sign=x\r\n")]
    public void Query_of_VK_is_found_in_every_spelling(string text)
    {
        Assert.All(new[] { text, Convert.ToBase64String(Encoding.UTF8.GetBytes(text)), ToBase64Url(text) }, token =>
        {
            Assert.True(VkLaunchParams.TryDecode(token, out var query));
            Assert.Equal("vk_user_id=1&odr_enabled=1&sign=x", query.Text);
            Assert.Equal(["vk_user_id", "odr_enabled", "sign"], query.Values.Select(value => value.Key));
        });
    }

    [Fact]
    public void Nothing_is_judged_and_nothing_left_out()
    {
        Assert.True(VkLaunchParams.TryDecode("b=2&&a=%D1%8F+x&b=3&vk_ts=x&=y&c&d=%zz&e=%41%ff&f=1=2&", out var query));

        Assert.Equal(
            [("b", "2"), ("a", "я x"), ("b", "3"), ("vk_ts", "x"), ("", "y"), ("c", ""), ("d", "%zz"), ("e", "%41%ff"), ("f", "1=2")],
            query.Values.Select(value => (value.Key, value.Value)));
        Assert.Equal("2", query["b"]);
        Assert.Equal("", query["c"]);
        Assert.Null(query["B"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("not*base64")]
    [InlineData("{\"vk_app_id\":1}")]
    public void What_is_no_text_and_no_base64_of_one_has_no_query(string token)
    {
        Assert.False(VkLaunchParams.TryDecode(token, out var query));
        Assert.Null(query);
    }

    [Fact]
    public void Half_of_a_character_is_no_text() => Assert.False(VkLaunchParams.TryDecode("a=1&\ud83d", out _));

    [Fact]
    public void Limit_holds_on_every_platform()
    {
        Assert.True(VkLaunchParams.TryDecode(new string('&', 8192), out _));
        Assert.False(VkLaunchParams.TryDecode(new string('&', 8193), out _));
        Assert.True(TelegramInitData.TryDecode(new string('&', 8192), out _));
        Assert.False(TelegramInitData.TryDecode(new string('&', 8193), out _));
        Assert.False(MaxInitData.TryDecode(new string('я', 8192) + "&", out _));
    }

    [Fact]
    public void Init_data_is_found_in_every_spelling()
    {
        var initData = TelegramExample.InitData();
        var fragment = "#tgWebAppVersion=9.1&tgWebAppData=" + Uri.EscapeDataString(initData);

        Assert.All(
            new[] { initData, TelegramExample.ToBase64(initData), fragment, fragment[1..], "https://app.example/" + fragment, TelegramExample.ToBase64(fragment) },
            token =>
            {
                Assert.True(TelegramInitData.TryDecode(token, out var query));
                Assert.Equal(initData, query.Text);
                Assert.Equal("1760000000", query["auth_date"]);
            });
    }

    [Fact]
    public void What_a_page_put_behind_init_data_is_in_it_and_so_is_a_field_that_looks_like_the_envelope()
    {
        Assert.True(TelegramInitData.TryDecode(TelegramExample.InitData() + "&tgWebAppVersion=9.1", out var query));
        Assert.Equal("9.1", query["tgWebAppVersion"]);

        Assert.True(TelegramInitData.TryDecode("auth_date=1&tgWebAppData=x", out query));
        Assert.Equal("x", query["tgWebAppData"]);
    }

    [Fact]
    public void Text_that_is_no_init_data_is_decoded_all_the_same()
    {
        Assert.True(TelegramInitData.TryDecode("user=1&user=2", out var query));
        Assert.Equal(2, query.Values.Length);

        Assert.True(TelegramInitData.TryDecode("tgWebAppData=user%3D1%26user%3D2&x=1", out query));
        Assert.Equal("user=1&user=2", query.Text);
        Assert.False(TelegramInitData.TryDecode("not*base64", out _));
    }

    [Fact]
    public void Init_data_of_MAX_may_be_encoded_once_more()
    {
        var initData = MaxExample.InitData();

        Assert.All(new[] { initData, Uri.EscapeDataString(initData), "#WebAppData=" + Uri.EscapeDataString(initData) }, token =>
        {
            Assert.True(MaxInitData.TryDecode(token, out var query));
            Assert.Equal(initData, query.Text);
            Assert.Equal(query.Values.OrderBy(value => value.Key, StringComparer.Ordinal), Values(initData));
        });

        static IEnumerable<KeyValuePair<string, string>> Values(string token)
        {
            Assert.True(MaxInitData.TryParseUnverified(token, out var unverified));
            return unverified.Values;
        }
    }

    private static string ToBase64Url(string text) => TelegramExample.ToBase64Url(text);
}
