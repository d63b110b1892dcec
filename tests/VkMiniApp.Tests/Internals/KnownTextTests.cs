using System.Reflection;
using System.Text;

namespace VkMiniApp.Tests.Internals;

public class KnownTextTests
{
    public static TheoryData<string> Names => [.. typeof(VkLaunchParamNames)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(constant => (string)constant.GetRawConstantValue()!)
        .Except([VkLaunchParamNames.Prefix, VkLaunchParamNames.Sign], StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Name_that_VK_documents_is_kept_as_one_string(string name) =>
        Assert.Same(KnownText.ToString(Encoding.UTF8.GetBytes(name)), KnownText.ToString(Encoding.UTF8.GetBytes(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Text_that_is_nearly_a_known_one_is_read_as_it_is(string name)
    {
        string[] others = ["", "~", "я", "0"];
        var near = Enumerable.Range(0, name.Length)
            .SelectMany(place => others.Select(other => name[..place] + other + name[(place + 1)..]));

        Assert.All(near.Append(name), text => Assert.Equal(text, KnownText.ToString(Encoding.UTF8.GetBytes(text))));
    }

    [Fact]
    public void Short_text_of_any_kind_is_read_as_it_is() => Assert.All(
        Enumerable.Range(0, 128 * 128).Select(code => $"{(char)(code / 128)}{(char)(code % 128)}").Append(""),
        text => Assert.Equal(text, KnownText.ToString(Encoding.UTF8.GetBytes(text))));
}
