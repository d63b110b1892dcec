using System.Text;

namespace VkMiniApp.Tests.Internals;

public class KnownValuesTests
{
    public static TheoryData<string> Values =>
    [
        "0", "1", "ru", "en", "desktop_web", "mobile_android", "mobile_android_messenger", "desktop_app_messenger", "desktop_web_messenger",
        "none", "member", "moder", "editor", "admin",
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public void Value_that_comes_with_nearly_every_launch_is_kept_as_one_string(string value) =>
        Assert.Same(KnownValues.ToString(Encoding.UTF8.GetBytes(value)), KnownValues.ToString(Encoding.UTF8.GetBytes(value)));

    [Theory]
    [MemberData(nameof(Values))]
    public void Text_that_is_nearly_a_known_one_is_read_as_it_is(string value) =>
        Assert.All(NearTexts.Of(value), text => Assert.Equal(text, KnownValues.ToString(Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void Short_text_of_any_kind_is_read_as_it_is() => Assert.All(
        Enumerable.Range(0, 128 * 128).Select(code => $"{(char)(code / 128)}{(char)(code % 128)}").Append(""),
        text => Assert.Equal(text, KnownValues.ToString(Encoding.UTF8.GetBytes(text))));
}
