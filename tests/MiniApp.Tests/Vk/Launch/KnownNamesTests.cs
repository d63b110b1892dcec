using System.Reflection;
using System.Text;

namespace VkMiniApp.Tests;

/// <summary>Typed parameters are found by the constants themselves, so each documented name must become its constant and no other may.</summary>
public class KnownNamesTests
{
    private static readonly string[] Documented = [.. typeof(VkLaunchParamNames)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(constant => (string)constant.GetRawConstantValue()!)
        .Except([VkLaunchParamNames.Prefix, VkLaunchParamNames.Sign], StringComparer.Ordinal)];

    public static TheoryData<string> Names => [.. Documented];

    [Theory]
    [MemberData(nameof(Names))]
    public void Name_that_VK_documents_becomes_its_constant(string name)
    {
        // A constant is interned when the code that has it is compiled, which reading does.
        var read = Assert.Single(Read(name));
        Assert.Same(string.IsInterned(name), read);
    }

    [Fact]
    public void All_names_that_VK_documents_become_their_constants_in_one_query() => Assert.All(
        Read(Documented).Zip(Documented.Order(StringComparer.Ordinal)),
        names => Assert.Same(string.IsInterned(names.Second), names.First));

    [Theory]
    [MemberData(nameof(Names))]
    public void Name_that_is_nearly_a_documented_one_is_read_as_it_is(string name) => Assert.All(
        NearNames(name),
        text => Assert.Equal(text, Assert.Single(Read(text))));

    [Theory]
    [MemberData(nameof(Names))]
    public void Names_that_start_alike_are_told_apart_beside_a_documented_one(string name)
    {
        string[] names = [.. NearNames(name)];
        var expected = names.OrderBy(text => Convert.ToHexString(Encoding.UTF8.GetBytes(text)), StringComparer.Ordinal).ToArray();

        new Random(9).Shuffle(names);
        Assert.Equal(expected, Read(names), StringComparer.Ordinal);
    }

    private static IEnumerable<string> NearNames(string name) => NearTexts.Of(name)
        .Where(text => text.StartsWith(VkLaunchParamNames.Prefix, StringComparison.Ordinal))
        .Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Read(params string[] names)
    {
        Assert.True(VkLaunchParams.TryParseUnverified(string.Join('&', names.Select(name => Uri.EscapeDataString(name) + "=1").Append("a=")), out var launch));
        return launch.Values.Select(value => value.Key);
    }
}
