using MiniApp.Testing;

namespace VkMiniApp.AspNetCore.Tests;

/// <summary>The package's promises, in a file that a change to them has to touch.</summary>
public class PublicApiTests
{
    [Fact]
    public void Public_surface_is_the_approved_one()
    {
        var approved = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "PublicApi.approved.txt"));
        var received = PublicApi.Describe(typeof(VkMiniAppOptions).Assembly);
        if (received == approved)
        {
            return;
        }

        var path = Path.Combine(AppContext.BaseDirectory, "PublicApi.received.txt");
        File.WriteAllText(path, received);
        var before = approved.Split('\n');
        var after = received.Split('\n');
        var diff = before.Except(after, StringComparer.Ordinal).Select(line => "- " + line)
            .Concat(after.Except(before, StringComparer.Ordinal).Select(line => "+ " + line));

        Assert.Fail($"The public surface differs from PublicApi.approved.txt; the new one is {path}.\n{string.Join('\n', diff)}");
    }
}
