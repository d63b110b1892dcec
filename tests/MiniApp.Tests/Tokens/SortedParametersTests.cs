using System.Text;
using VkMiniApp;
using VkMiniApp.Tests;

namespace MiniApp.Tests;

/// <summary>
/// Parameters are sorted by their names' bytes, whatever order they come in. The first six bytes behind the prefix are compared as one number,
/// so names that share them, or that are shorter, are the hard ones.
/// </summary>
public class SortedParametersTests
{
    private static readonly string[] Names =
    [
        "vk_", "vk_a", "vk_b", "vk_a\0", "vk_a\0\0\0\0", "vk_a\0\0\0\0\0", "vk_ref", "vk_refe", "vk_refer", "vk_refere", "vk_referf",
        "vk_referer", "vk_access_token", "vk_access_tokens", "vk_access_tokem", "vk_acces", "vk_acce", "vk_Acces", "vk_я", "vk_яя",
        "vk_яяя", "vk_яяяя", "vk_яю", "vk_😀", "vk_😀а",
    ];

    [Fact]
    public void Order_is_that_of_the_bytes_in_whatever_order_they_come()
    {
        var random = new Random(7);
        var expected = Names.OrderBy(name => Convert.ToHexString(Encoding.UTF8.GetBytes(name)), StringComparer.Ordinal).ToArray();
        string[] shuffled = [.. Names];

        for (var round = 0; round < 1_000; round++)
        {
            random.Shuffle(shuffled);
            Assert.True(VkLaunchParams.TryParseUnverified(Query(shuffled), out var launch));
            Assert.Equal(expected, launch.Values.Select(value => value.Key), StringComparer.Ordinal);
            Assert.All(launch.Values, value => Assert.Equal(value.Key, value.Value));
        }
    }

    [Fact]
    public void Name_that_comes_again_is_found_wherever_the_two_stand()
    {
        var random = new Random(8);

        Assert.All(Names, name =>
        {
            string[] names = [.. Names, name];
            for (var round = 0; round < 50; round++)
            {
                random.Shuffle(names);
                Assert.False(VkLaunchParams.TryParseUnverified(Query(names), out _));
                Assert.Equal(VkLaunchFailure.DuplicateParameter, Example.Verdict(Query(names)));
            }
        });
    }

    [Fact]
    public void Largest_query_that_is_sent_backwards_is_sorted()
    {
        var names = Enumerable.Range(0, 1023).Select(i => $"vk_request_key_{i:0000}").Reverse().ToArray();
        var verifier = Example.Verifier(options => (options.MaxTokenLength, options.MaxParameters) = (100_000, 1024));

        Assert.Equal(VkLaunchFailure.MissingParameter, verifier.Check(Query(names)));
        Assert.Equal(VkLaunchFailure.DuplicateParameter, verifier.Check(Query([.. names, names[500]])));
    }

    /// <summary>A query in which each parameter's value is its name, so that a value that went to another name is seen.</summary>
    private static string Query(IEnumerable<string> names) =>
        string.Join('&', names.Select(name => Uri.EscapeDataString(name)).Select(name => $"{name}={name}"));
}
