namespace VkMiniApp.Tests;

/// <summary>Whoever sends garbage must not be able to make the garbage collector work.</summary>
public class AllocationTests
{
    private static readonly VkLaunchParamsVerifier Verifier = Example.Verifier();

    public static TheoryData<VkLaunchFailure, string> Tokens => new()
    {
        { VkLaunchFailure.None, Example.Query() },
        { VkLaunchFailure.None, Example.ToBase64($"https://example.com/?{Example.Query(("vk_ref", "a ~ b, c"))}#/") },
        { VkLaunchFailure.Malformed, "" },
        { VkLaunchFailure.Malformed, "not*base64" },
        { VkLaunchFailure.Malformed, "white space" },
        { VkLaunchFailure.Malformed, "АААА" },
        { VkLaunchFailure.Malformed, "AAAAA" },
        { VkLaunchFailure.Malformed, new string('A', 8193) },
        { VkLaunchFailure.Malformed, Example.Query() + "&vk_x=%" },
        { VkLaunchFailure.DuplicateParameter, Example.Query() + "&sign=" },
        { VkLaunchFailure.MissingParameter, new string('A', 8192) },
        { VkLaunchFailure.UnknownApp, Example.Query(("vk_app_id", "1")) },
        { VkLaunchFailure.InvalidSignature, Example.Query() + "&vk_x=" },
        { VkLaunchFailure.InvalidSignature, Example.Query() + "&vk_x=~" },
        { VkLaunchFailure.OdnoklassnikiNotAllowed, Example.Query(("vk_ok_user_id", "5")) },
        { VkLaunchFailure.Expired, Example.Query(("vk_ts", "1")) },
        { VkLaunchFailure.NotYetValid, Example.Query(("vk_ts", "1900000000")) },
        { VkLaunchFailure.NoUser, Example.Query(("vk_user_id", "0")) },
    };

    public static TheoryData<string> Refused =>
        [.. Tokens.Where(row => row.Data.Item1 != VkLaunchFailure.None).Select(row => row.Data.Item2)];

    [Theory]
    [MemberData(nameof(Tokens))]
    public void Check_allocates_nothing_whatever_the_verdict(VkLaunchFailure expected, string token)
    {
        Assert.Equal(expected, Verifier.Check(token));
        Assert.Equal(0, LeastAllocated(() => Verifier.Check(token)));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Verify_allocates_nothing_for_a_refusal(string token)
    {
        Assert.False(Verifier.Verify(token).Succeeded);
        Assert.Equal(0, LeastAllocated(() => Verifier.Verify(token)));
        Assert.Equal(0, LeastAllocated(() => Verifier.Verify(token.AsSpan())));
    }

    [Theory]
    [MemberData(nameof(Tokens))]
    public void HasValidSignature_allocates_nothing(VkLaunchFailure expected, string token)
    {
        Assert.True(expected is not VkLaunchFailure.None || Verifier.HasValidSignature(token));
        Assert.Equal(0, LeastAllocated(() => Verifier.HasValidSignature(token)));
    }

    /// <summary>
    /// The bytes that a hundred calls allocate at least. A thread that is moved to another processor finds no hash there and makes one
    /// now and then; what each call allocates is in every round. Few rounds, so that what only the optimized code saves is seen as well.
    /// </summary>
    private static long LeastAllocated<T>(Func<T> call)
    {
        var least = long.MaxValue;
        for (var round = 0; round < 50 && least > 0; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
            {
                call();
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
