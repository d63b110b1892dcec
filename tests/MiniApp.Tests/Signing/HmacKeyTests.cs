using System.Security.Cryptography;
using System.Text;

namespace MiniApp.Tests;

/// <summary>Codes are right however many threads share a key; more threads than processors make sure that some are interrupted midway.</summary>
public class HmacKeyTests
{
    private const int Threads = 8;

    [Fact]
    public async Task Codes_of_one_key_stay_right_under_contention()
    {
        var bytes = "example key"u8.ToArray();
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

    private static Task OnThread(Action action) =>
        Task.Factory.StartNew(action, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
