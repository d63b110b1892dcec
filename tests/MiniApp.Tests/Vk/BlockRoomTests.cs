using System.Text;
using MiniApp;

namespace VkMiniApp.Tests;

/// <summary>
/// Whole blocks are read and written, so there has to be room for one behind each text; also where memory is smallest, on a thread that has
/// verified nothing yet.
/// </summary>
public class BlockRoomTests
{
    private const int LongestFill = 200;

    [Fact]
    public void Token_that_fills_its_memory_is_read_to_its_end() => OnNewThreads(
        fill => $"?{fill}&",
        token => Assert.Equal(VkLaunchFailure.MissingParameter, Example.Verdict(token)));

    [Fact]
    public void Payment_notification_that_fills_its_memory_is_read_to_its_end() => OnNewThreads(
        fill => $"&a{fill}=",
        body => Assert.Equal(VkPaymentNotificationFailure.MissingParameter, PaymentExample.Verdict(body, PaymentExample.Verifier())));

    /// <summary>A part without <c>=</c> is signed with one, and so is longer than it came.</summary>
    [Fact]
    public void What_is_signed_of_parts_without_values_has_room() => OnNewThreads(
        fill => $"sig=x&app_id={Example.AppId}&notification_type=a" + string.Concat(Enumerable.Range(0, fill.Length / 2).Select(i => $"&{i:00}")),
        body => Assert.Equal(VkPaymentNotificationFailure.InvalidSignature, PaymentExample.Verdict(body, PaymentExample.Verifier())));

    [Fact]
    public void Canonical_text_has_room_for_the_shortest_query()
    {
        var text = Encoding.ASCII.GetBytes("vk_a=1" + new string('&', UnreservedBytes.BlockLength));
        QueryParameter[] memory = [new(nameStart: 0, nameLength: 4, valueStart: 5, valueLength: 1, isUnreserved: true)];
        var parameters = new SortedParameters(memory, new ulong[1], prefixLength: 3);
        Assert.True(parameters.TryAdd(position: 0, text));

        var canonical = new byte[CanonicalQuery.MaxByteCount("vk_a=1".Length)];
        var length = CanonicalQuery.Write(parameters, text, canonical, FormUrlStyle.Rfc1738, maxLength: 6);

        Assert.Equal("vk_a=1", Encoding.ASCII.GetString(canonical, 0, length));
    }

    /// <summary>Texts of characters that take the most memory there is for one.</summary>
    private static void OnNewThreads(Func<string, string> text, Action<string> assert)
    {
        for (var length = 0; length <= LongestFill; length++)
        {
            var filled = text(new string('€', length));
            Exception? failure = null;
            var thread = new Thread(() => failure = Record.Exception(() => assert(filled)));
            thread.Start();
            thread.Join();

            Assert.Null(failure);
        }
    }
}
