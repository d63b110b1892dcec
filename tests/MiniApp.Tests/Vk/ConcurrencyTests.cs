using System.Security.Cryptography;
using System.Text;
using MiniApp;
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

    [Fact]
    public async Task Codes_of_one_key_stay_right_under_contention()
    {
        var bytes = Encoding.UTF8.GetBytes(Example.Secret);
        var key = new HmacKey(bytes);
        var messages = Enumerable.Range(0, 300).Select(length => Encoding.ASCII.GetBytes(new string('m', length))).ToArray();
        var expected = messages.Select(message => HMACSHA256.HashData(bytes, message)).ToArray();

        await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => OnThread(() =>
        {
            var code = new byte[HMACSHA256.HashSizeInBytes];
            for (var round = 0; round < 20_000; round++)
            {
                var message = (round * 7 + thread) % messages.Length;
                key.Hash(messages[message], code);
                Assert.Equal(expected[message], code);
            }
        })));
    }

    [Fact]
    public void Key_is_copied_when_it_is_given()
    {
        byte[] bytes = [1, 2, 3];
        var expected = HMACSHA256.HashData(bytes, "message"u8);
        var key = new HmacKey(bytes);
        bytes[0] = 9;

        var code = new byte[HMACSHA256.HashSizeInBytes];
        key.Hash("message"u8, code);

        Assert.Equal(expected, code);
    }

    private static VkLaunchParamsVerifier WithKeys(params string[] keys) => new(
        new VkLaunchParamsVerifierOptions { TimeProvider = new TestClock(Example.Now) }.AddApp(Example.AppId, keys));

    private static Task OnThread(Action action) =>
        Task.Factory.StartNew(action, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
