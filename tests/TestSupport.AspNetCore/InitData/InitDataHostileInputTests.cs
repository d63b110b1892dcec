using System.Buffers.Text;
using System.Text;

namespace TestSupport;

/// <summary>Whatever stands in the header, the answer is a refusal: never an error of the server, never somebody else's name.</summary>
/// <typeparam name="TPlatform">The platform.</typeparam>
public abstract class InitDataHostileInputTests<TPlatform> : InitDataSchemeTests<TPlatform>
    where TPlatform : IInitDataPlatform
{
    private const int Rounds = 1500;

    private static readonly string[] Words = [Header(""), "Bearer ", TPlatform.Word, "bearer", Header(" "), "Basic ", ""];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Damaged_forgeries_are_refused(int seed)
    {
        await using var app = await StartAsync(TPlatform.AcceptBearer);
        var random = new Random(seed);
        var forged = Spellings(TestInitData.Refused(TPlatform.BotToken, "InvalidProof"));

        for (var round = 0; round < Rounds; round++)
        {
            var header = Words[random.Next(Words.Length)] + Damage.To(forged[round % 2], random);
            var reply = await app.GetAsync("/me", header);
            Assert.True(reply is { Status: 401, Body: "" }, $"{reply.Status} in round {round}");
        }

        await AssertAcceptedAsync(app, Good());
    }

    [Fact]
    public async Task Damage_to_good_init_data_never_makes_it_another_users()
    {
        await using var app = await StartAsync();
        var random = new Random(4);
        var good = Spellings(TestInitData.Sign(TPlatform.BotToken));
        var accepted = 0;

        for (var round = 0; round < Rounds; round++)
        {
            var reply = await app.GetAsync("/me", Header(Damage.To(good[round % 2], random)));
            accepted += reply.Status == 200 ? 1 : 0;
            Assert.Contains((reply.Status, reply.Body), new[] { (200, Name()), (401, "") });
        }

        // A hex digit of an escape may be of either case; were nothing accepted, the test would not reach the acceptance at all.
        Assert.InRange(accepted, 1, Rounds / 2);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Random_headers_are_refused(int seed)
    {
        await using var app = await StartAsync(TPlatform.AcceptBearer);
        var random = new Random(seed);

        for (var round = 0; round < Rounds; round++)
        {
            var characters = new char[random.Next(300)];
            for (var i = 0; i < characters.Length; i++)
            {
                characters[i] = (char)random.Next(round % 2 == 0 ? 128 : 65536);
            }

            var headers = Enumerable.Repeat(Words[random.Next(Words.Length)] + new string(characters), random.Next(1, 4)).ToArray();
            Assert.Equal(401, (await app.GetAsync("/me", headers)).Status);
        }

        await AssertAcceptedAsync(app, Good());
    }

    [Theory]
    [InlineData('A')]
    [InlineData('=')]
    [InlineData('&')]
    [InlineData('.')]
    [InlineData(' ')]
    [InlineData('%')]
    [InlineData('я')]
    public async Task Header_of_any_length_is_refused(char filling)
    {
        await using var app = await StartAsync();

        foreach (var length in new[] { 1, 8191, 8192, 8193, 100_000, 2_000_000 })
        {
            Assert.Equal(401, (await app.GetAsync("/me", Header(new string(filling, length)))).Status);
        }
    }

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Answer_is_the_verdict_of_the_reference_verifier(int seed)
    {
        await using var app = await StartAsync();
        var generator = new CaseGenerator(seed, TPlatform.BotToken, TestApp.Now);
        var reference = new ReferenceVerifier { Now = TestApp.Now, BotToken = TPlatform.BotToken, IsMax = TPlatform.IsMax };
        var seen = new HashSet<string>(StringComparer.Ordinal);

        for (var round = 0; round < 2 * Rounds; round++)
        {
            // The header's own spaces are none of the token's.
            var token = (round % 5 == 0 ? generator.NextGarbage() : generator.NextToken()).Trim(' ', '\t', '\r', '\n');
            var expected = token.Length == 0 ? null : reference.Verdict(token);
            var result = await app.AuthenticateAsync(Header(token));

            seen.Add(expected ?? "");
            Assert.True(result.None == expected is null && result.Succeeded == expected is "None", token);
            Assert.Equal(result.Failure is null ? null : TPlatform.Failure(expected!), await FailureAsync(app, Header(token)));
        }

        Assert.Equal(TestInitData.Failures.Append("").Append("None").Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("{\"id\":42,\"first_name\":\"\\u0000\\r\\nSet-Cookie: a=b\"}")]
    [InlineData("{\"id\":42,\"first_name\":{\"id\":1},\"username\":[[]],\"photo_url\":1e999}")]
    [InlineData("{\"id\":42,\"\":null,\"new\":[{\"id\":7}]}")]
    [InlineData("{\"id\":42,\"bio\":\"\\ud83d\"}")]
    [InlineData("{\"id\":42,\"first_name\":\"\\ud800\",\"\\ud800\":[\"\\udfff\"]}")]
    public async Task User_of_whom_the_platform_says_something_strange_is_signed_in_all_the_same(string user)
    {
        await using var app = await StartAsync();

        await AssertAcceptedAsync(app, Strange(user));
    }

    [Theory]
    [InlineData("{\"id\":42,\"first_name\":\"\\ud80\"}")]
    [InlineData("{\"id\":42")]
    [InlineData("{\"id\":42,\"id\":43}")]
    [InlineData("{\"id\":\"42\"}")]
    [InlineData("[42]")]
    public async Task User_whom_the_platform_signed_in_broken_json_is_nobody(string user)
    {
        await using var app = await StartAsync();

        await AssertRefusedAsync(app, "NoUser", Strange(user));
    }

    private static string Strange(string user) => Header(TestInitData.Sign(
        TPlatform.BotToken, 42, ("user", user), ("chat", "{\"id\":\"\\ud800\",\"type\":{}}"), ("start_param", "\0\u001f😀")));

    private static string[] Spellings(string initData) => [initData, Base64Url.EncodeToString(Encoding.UTF8.GetBytes(initData))];
}
