using MiniApp.Testing;

namespace TelegramMiniApp.Tests;

/// <summary>
/// The public surface is a promise. It changes only together with <c>PublicApi.approved.txt</c>, where a reviewer sees it.
/// </summary>
public class PublicApiTests
{
    [Fact]
    public void Public_surface_is_the_approved_one()
    {
        var received = PublicApi.Describe(typeof(TelegramInitDataVerifier).Assembly);
        var approved = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "PublicApi.approved.txt")).ReplaceLineEndings("\n");

        if (received != approved)
        {
            var path = Path.Combine(AppContext.BaseDirectory, "PublicApi.received.txt");
            File.WriteAllText(path, received);
            Assert.Fail($"""
                The public surface has changed. If that is meant, copy {path} over PublicApi.approved.txt.
                {Difference(approved, received)}
                """);
        }
    }

    [Fact]
    public void Nothing_of_the_shared_code_is_public() => Assert.All(
        typeof(TelegramInitDataVerifier).Assembly.GetExportedTypes(),
        type => Assert.Equal("TelegramMiniApp", type.Namespace));

    [Fact]
    public void No_other_platform_is_named() => Assert.DoesNotMatch("Vk|Max(?!Parameters|TokenLength)", PublicApi.Describe(typeof(TelegramInitDataVerifier).Assembly));

    private static string Difference(string approved, string received)
    {
        var (old, now) = (approved.Split('\n'), received.Split('\n'));
        var lines = old.Except(now, StringComparer.Ordinal).Select(line => "- " + line)
            .Concat(now.Except(old, StringComparer.Ordinal).Select(line => "+ " + line));

        return string.Join('\n', lines);
    }
}
