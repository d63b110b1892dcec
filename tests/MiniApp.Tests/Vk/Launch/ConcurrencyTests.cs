using TestSupport;

namespace VkMiniApp.Tests;

/// <summary>Verifiers are used by many threads at once; more threads than processors make sure that some are interrupted midway.</summary>
public class ConcurrencyTests
{
    private const int Threads = 8;

    private VkLaunchParamsVerifier? _current;

    [Fact]
    public async Task Verdicts_stay_right_while_keys_are_changed()
    {
        var parameters = Example.Parameters(("vk_ref", "a ~b"));
        (string Token, VkLaunchFailure Expected)[] cases =
        [
            (ReferenceSignature.SignQuery(parameters, "lasting key"), VkLaunchFailure.None),
            (Example.ToBase64(ReferenceSignature.SignQuery(parameters, "lasting key")), VkLaunchFailure.None),
            (ReferenceSignature.SignQuery(parameters, "forged"), VkLaunchFailure.InvalidSignature),
            (ReferenceSignature.SignQuery(Example.Parameters(("vk_ts", "1")), "lasting key"), VkLaunchFailure.Expired),
            (ReferenceSignature.SignQuery(Example.Parameters(("vk_app_id", "2")), "lasting key"), VkLaunchFailure.UnknownApp),
            ("vk_ref=1&vk_ref=2", VkLaunchFailure.DuplicateParameter),
            ("%", VkLaunchFailure.Malformed),
        ];
        Volatile.Write(ref _current, WithKeys("lasting key"));

        var rotation = OnThread(() =>
        {
            for (var round = 0; round < 2_000; round++)
            {
                Volatile.Write(ref _current, WithKeys($"key {round}", "lasting key"));
                Thread.Yield();
            }
        });

        await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => OnThread(() =>
        {
            for (var round = 0; round < 10_000; round++)
            {
                var (token, expected) = cases[(round + thread) % cases.Length];
                var verifier = Volatile.Read(ref _current)!;
                Assert.Equal(expected, verifier.Check(token));
                var result = verifier.Verify(token);
                Assert.Equal(expected, result.Failure);
                Assert.Equal(expected == VkLaunchFailure.None ? parameters : null, result.LaunchParams?.Values);
            }
        })).Append(rotation));
    }

    private static VkLaunchParamsVerifier WithKeys(params string[] keys) => new(
        new VkLaunchParamsVerifierOptions { TimeProvider = new TestClock(Example.Now) }.AddApp(Example.AppId, keys));

    private static Task OnThread(Action action) =>
        Task.Factory.StartNew(action, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
