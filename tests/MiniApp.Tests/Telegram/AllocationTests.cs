using MiniApp;

namespace TelegramMiniApp.Tests;

/// <summary>Whoever sends garbage must not be able to make the garbage collector work.</summary>
public class AllocationTests
{
    private static readonly TelegramInitDataVerifier Verifier = Example.Verifier();
    private static readonly TelegramInitDataVerifier Both = Example.Both();

    public static TheoryData<InitDataFailure, string> Tokens => new()
    {
        { InitDataFailure.None, Example.Proved() },
        { InitDataFailure.None, Example.ToBase64(Example.Proved(("chat", "{\"id\":-1}"))) },
        { InitDataFailure.Malformed, "" },
        { InitDataFailure.Malformed, "not*base64" },
        { InitDataFailure.Malformed, new string('A', 8196) },
        { InitDataFailure.Malformed, new string('A', 8192) },
        { InitDataFailure.Malformed, new string('&', 8192) },
        { InitDataFailure.Malformed, Example.InitData() + "&x=%" },
        { InitDataFailure.Malformed, Example.InitData() + "&user=" },
        { InitDataFailure.Malformed, Example.InitData(("auth_date", "x")) },
        { InitDataFailure.MissingProof, "auth_date=1&x=2" },
        { InitDataFailure.InvalidProof, Example.Proved() + "0" },
        { InitDataFailure.InvalidProof, Example.Proved().With("494075", "494076") },
        { InitDataFailure.Expired, Example.Proved(("auth_date", "1")) },
        { InitDataFailure.NotYetValid, Example.Proved(("auth_date", "1900000000")) },
        { InitDataFailure.NoUser, Example.Proved(("user", null)) },
        { InitDataFailure.NoUser, Example.Proved(("user", "{\"id\":\"1\"}")) },
        { InitDataFailure.NoUser, Example.Proved(("user", "[1]")) },
    };

    [Theory]
    [MemberData(nameof(Tokens))]
    public void Check_allocates_nothing_whatever_the_verdict(InitDataFailure expected, string token)
    {
        Assert.Equal(expected, Verifier.Check(token));
        Assert.Equal(0, LeastAllocated(() => Verifier.Check(token)));

        Assert.Equal(expected, Both.Check(token));
        Assert.Equal(0, LeastAllocated(() => Both.Check(token)));
    }

    /// <summary>What a stranger may make of 8,192 bytes, and of the 32 KB that Kestrel takes in headers.</summary>
    public static TheoryData<string, string> Worst
    {
        get
        {
            var proved = $"auth_date=1&hash={new string('0', 64)}&signature={new string('A', 86)}&user=";
            var room = 8192 - proved.Length;
            return new()
            {
                { "longest ASCII", proved + new string('x', room) },
                { "longest base64", Example.ToBase64(proved + new string('x', 6144 - proved.Length)) },
                { "three bytes a character", proved + new string('\u3042', room / 3) },
                { "8,192 characters of three bytes", new string('\u3042', 8192) },
                { "8,192 characters of three bytes behind a proof", proved + new string('\u3042', 8192) },
                { "surrogate pairs", proved + string.Concat(Enumerable.Repeat("\U0001f600", room / 4)) },
                { "escapes", proved + string.Concat(Enumerable.Repeat("%41", room / 3)) },
                { "escapes alone", string.Concat(Enumerable.Repeat("%41", 2730)) },
                { "deep JSON", proved + new string('[', room) },
                { "broken JSON", proved + "{\"id\":1," + new string('"', room - 8) },
                { "names that start alike, backwards", string.Join('&', Enumerable.Range(0, 128).Select(i => $"{new string('a', 56)}{255 - i}=")) },
                { "envelope", "#tgWebAppData=" + Uri.EscapeDataString(proved) + string.Concat(Enumerable.Repeat("%41", 2600)) },
                { "many envelopes", string.Concat(Enumerable.Repeat("&tgWebApp%44ata=", 512)) },
                { "tail", proved + string.Concat(Enumerable.Range(0, 100).Select(i => $"&tgWebApp{i}=x")) },
                { "dots", new string('.', 30_000) },
                { "30,000 bytes", new string('A', 30_000) },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Worst))]
    public void Longest_widest_and_deepest_tokens_are_refused_without_an_allocation(string what, string token)
    {
        Assert.False(Verifier.Verify(token).Succeeded || Both.Verify(token).Succeeded, what);
        Assert.Equal(0, LeastAllocated(() => Verifier.Verify(token)));
        Assert.Equal(0, LeastAllocated(() => TelegramInitData.LooksLikeInitData(token)));

        var max = MaxMiniApp.Tests.Example.Verifier();
        Assert.Equal(0, LeastAllocated(() => max.Verify(token)));

        var ofMax = token.Replace("tgWebApp", "WebApp", StringComparison.Ordinal);
        Assert.Equal(0, LeastAllocated(() => max.Verify(ofMax)));
    }

    [Theory]
    [MemberData(nameof(Tokens))]
    public void Verify_allocates_nothing_for_a_refusal_and_something_for_init_data(InitDataFailure expected, string token)
    {
        Assert.Equal(expected == InitDataFailure.None, LeastAllocated(() => Verifier.Verify(token)) > 0);
        Assert.Equal(expected == InitDataFailure.None, LeastAllocated(() => Verifier.Verify(token.AsSpan())) > 0);
    }

    [Theory]
    [MemberData(nameof(Tokens))]
    public void HasValidProof_allocates_nothing(InitDataFailure expected, string token)
    {
        Assert.True(expected is not InitDataFailure.None || Verifier.HasValidProof(token));
        Assert.Equal(0, LeastAllocated(() => Verifier.HasValidProof(token)));
    }

    /// <summary>
    /// The bytes that a hundred calls allocate at least. A thread that is moved to another processor finds no hash there and makes one
    /// now and then; what each call allocates is in every round.
    /// </summary>
    private static long LeastAllocated<T>(Func<T> call)
    {
        var least = long.MaxValue;
        for (var round = 0; round < 20 && least > 0; round++)
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
