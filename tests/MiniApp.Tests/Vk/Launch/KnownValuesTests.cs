using System.Text;

namespace VkMiniApp.Tests;

public class KnownValuesTests
{
    public static TheoryData<string> Values =>
    [
        "", "0", "1",
        "ru", "uk", "ua", "en", "be", "kz", "pt", "es",
        "none", "member", "moder", "editor", "admin",
        "mobile_android", "mobile_iphone", "mobile_ipad", "mobile_web", "desktop_web",
        "mobile_android_messenger", "mobile_iphone_messenger", "desktop_app_messenger", "desktop_web_messenger",
        "android_external", "iphone_external", "ipad_external", "mvk_external", "web_external",
        "other", "catalog_recent", "catalog_favourites", "group_menu", "group_messages", "im_attach_picker", "notifications",
        "quick_search", "snippet_post",
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public void Value_that_comes_with_nearly_every_launch_is_kept_as_one_string(string value)
    {
        var text = KnownValues.ToString(Encoding.UTF8.GetBytes(value));

        Assert.Equal(value, text);
        Assert.Same(text, KnownValues.ToString(Encoding.UTF8.GetBytes(value)));
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Text_that_is_nearly_a_known_one_is_read_as_it_is(string value) =>
        Assert.All(NearTexts.Of(value), text => Assert.Equal(text, KnownValues.ToString(Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void Short_text_of_any_kind_is_read_as_it_is() => Assert.All(
        Enumerable.Range(0, 128 * 128).Select(code => $"{(char)(code / 128)}{(char)(code % 128)}").Append(""),
        text => Assert.Equal(text, KnownValues.ToString(Encoding.UTF8.GetBytes(text))));
}
