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
        { VkLaunchFailure.Malformed, new string('A', 8196) },
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

    /// <summary>What a stranger may make of 8,192 bytes, and of the 32 KB that Kestrel takes in headers.</summary>
    public static TheoryData<string, string> Worst
    {
        get
        {
            var signed = $"vk_app_id={Example.AppId}&vk_user_id=1&vk_ts=1&sign={new string('x', 43)}&vk_x=";
            var room = 8192 - signed.Length;
            var data = new TheoryData<string, string>();
            foreach (var (what, text) in new (string, string)[]
            {
                ("longest ASCII", signed + new string('x', room)),
                ("longest base64", Example.ToBase64(signed + new string('x', 6144 - signed.Length))),
                ("three bytes a character", signed + new string('\u3042', room / 3)),
                ("8,192 characters of three bytes", new string('\u3042', 8192)),
                ("8,192 characters of three bytes behind a signature", signed + new string('\u3042', 8192)),
                ("surrogate pairs", signed + string.Concat(Enumerable.Repeat("\U0001f600", room / 4))),
                ("32 KB of surrogate pairs", "&" + string.Concat(Enumerable.Repeat("\U0001f600", 8191))),
                ("escapes alone", signed + string.Concat(Enumerable.Repeat("%FF", room / 3))),
                ("characters to escape", signed + new string('*', room)),
                ("spaces and tildes", signed + string.Concat(Enumerable.Repeat(" ~", room / 2 - 1)) + "x"),
                ("separators", new string('&', 8192)),
                ("names that start alike, backwards", string.Join('&', Enumerable.Range(0, 128).Select(i => $"vk_{new string('a', 56)}{255 - i}"))),
                ("deep JSON", new string('[', 8192)),
                ("deep objects", string.Concat(Enumerable.Repeat("{\"a\":", 1365))),
                ("well-formed JSON", Json("\"", "\"}")),
                ("well-formed JSON of escapes", "{\"vk_x\":\"" + string.Concat(Enumerable.Repeat("\\n", 4090)) + "\"}"),
                ("well-formed JSON of three bytes a character", "{\"vk_x\":\"" + new string('\u3042', 2726) + "\"}"),
                ("well-formed JSON in base64", Example.ToBase64(Json("\"", "\"}")[..6142] + "\"}")),
                ("members without end", "{" + string.Concat(Enumerable.Repeat("\"\":1,", 1638))),
                ("broken JSON", Json("\"", "\"")),
                ("broken JSON of 20,000 bytes", "{" + new string('"', 20_000)),
                ("dots", new string('.', 30_000)),
                ("white space", new string(' ', 30_000) + "x"),
                ("30,000 bytes", new string('A', 30_000)),
            })
            {
                data.Add(what, text);
            }

            return data;

            static string Json(string quote, string end) => ("{\"vk_x\":" + quote).PadRight(8192 - end.Length, 'x') + end;
        }
    }

    [Theory]
    [MemberData(nameof(Worst))]
    public void Longest_widest_and_deepest_tokens_are_refused_without_an_allocation(string what, string token)
    {
        var json = Example.Verifier(options => options.AcceptJson = true);

        foreach (var verifier in new[] { Verifier, json })
        {
            Assert.False(verifier.Verify(token).Succeeded, what);
            Assert.Equal(0, LeastAllocated(() => verifier.Verify(token)));
            Assert.Equal(0, LeastAllocated(() => verifier.HasValidSignature(token)));
        }

        Assert.Equal(0, LeastAllocated(() => VkLaunchParams.LooksLikeLaunch(token)));
        Assert.Equal(0, LeastAllocated(() => MiniApp.TokenShape.IsJsonWebToken(token)));
    }

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
