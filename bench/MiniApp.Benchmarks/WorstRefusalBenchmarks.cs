using BenchmarkDotNet.Attributes;
using MaxMiniApp;
using TelegramMiniApp;

namespace VkMiniApp.Benchmarks;

/// <summary>The dearest tokens that were found among those of 8,192 bytes.</summary>
[MemoryDiagnoser]
public class WorstRefusalBenchmarks
{
    private readonly Dictionary<string, Func<bool>> _refusals = new(StringComparer.Ordinal);

    public WorstRefusalBenchmarks()
    {
        var vk = new VkLaunchParamsVerifier(new VkLaunchParamsVerifierOptions { AcceptJson = true }.AddApp(Launch.AppId, Launch.Secret));
        var telegram = new TelegramInitDataVerifier(TelegramOpening.BotToken);
        var max = new MaxInitDataVerifier(TelegramOpening.BotToken);

        foreach (var (name, token) in Forgeries.OfVk)
        {
            _refusals.Add($"VK: {name}", () => vk.Verify(token).Succeeded);
        }

        foreach (var (name, token) in Forgeries.OfInitData("tgWebApp"))
        {
            _refusals.Add($"Telegram: {name}", () => telegram.Verify(token).Succeeded);
        }

        foreach (var (name, token) in Forgeries.OfInitData("WebApp"))
        {
            _refusals.Add($"MAX: {name}", () => max.Verify(token).Succeeded);
        }
    }

    /// <summary>What each token is made of.</summary>
    public IEnumerable<string> Names => _refusals.Keys;

    [Benchmark]
    [ArgumentsSource(nameof(Names))]
    public bool Refuse(string name) => _refusals[name]() ? throw new InvalidOperationException("Accepted.") : true;
}
