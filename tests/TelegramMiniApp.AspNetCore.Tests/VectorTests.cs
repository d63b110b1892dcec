using System.Text;
using static TelegramMiniApp.AspNetCore.Tests.TelegramLaunch;

namespace TelegramMiniApp.AspNetCore.Tests;

/// <summary>
/// Every case that an independent implementation of Telegram's rule has made, behind the word <c>tma</c>, under each demand. The
/// verifier's own tests tell that its verdict is the vector's; here the handler's answer is.
/// </summary>
public class VectorTests(VectorTests.Hosts hosts) : IClassFixture<VectorTests.Hosts>
{
    /// <summary>An hour after the moment that nearly all vectors were made at.</summary>
    private const long Now = 1771253021 + 3600;

    private static readonly InitDataVectorFile File = InitDataVectorFile.Instance;

    public static TheoryData<string> Ids => [.. File.Of("telegram").Select(vector => vector.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Answer_by_bot_token_is_the_verdict_of_the_vector(string id)
    {
        var vector = Vector(id);
        var token = vector.TokenOverride ?? File.BotToken;

        await AssertAnswerAsync(vector, IsValid(vector.Hmac), await hosts.OfAsync($"token {token}", options => options.BotToken = token));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Answer_by_derived_key_is_the_verdict_of_the_vector(string id)
    {
        var vector = Vector(id);
        var key = vector.TokenOverride is { } token ? TelegramSecretKey.Derive(token)
            : new TelegramSecretKey(Convert.FromHexString(File.SecretKeyHex));
        var app = await hosts.OfAsync($"key {vector.TokenOverride}", options => options.AddBot(File.BotId, key));

        await AssertAnswerAsync(vector, IsValid(vector.Hmac), app);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Answer_by_bot_id_is_the_verdict_of_the_vector(string id)
    {
        var vector = Vector(id);
        var botId = vector.BotIdOverride ?? File.BotId;

        await AssertAnswerAsync(vector, IsProvedByTelegram(vector), await hosts.OfAsync($"id {botId}", options => options.BotId = botId));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Answer_by_both_proofs_is_yes_where_both_verdicts_are(string id)
    {
        var vector = Vector(id);
        var key = TelegramSecretKey.Derive(vector.TokenOverride ?? File.BotToken);
        var app = await hosts.OfAsync($"both {vector.BotIdOverride} {vector.TokenOverride}", options =>
        {
            options.AddBot(vector.BotIdOverride ?? File.BotId, key);
            options.RequireBothProofs = true;
        });

        await AssertAnswerAsync(vector, IsValid(vector.Hmac) && IsProvedByTelegram(vector), app);
    }

    [Fact]
    public void File_was_not_cut_short()
    {
        Assert.Equal(60, File.Of("telegram").Count());
        Assert.Contains(File.Of("telegram"), vector => IsValid(vector.Hmac) && IsProvedByTelegram(vector));
        Assert.Contains(File.Of("telegram"), vector => IsValid(vector.Hmac) && !IsProvedByTelegram(vector));
        Assert.Contains(File.Of("telegram"), vector => !IsValid(vector.Hmac) && IsProvedByTelegram(vector));
    }

    private static InitDataVector Vector(string id) => File.Vectors.Single(vector => vector.Id == id);

    private static bool IsValid(string verdict) => verdict == "valid";

    // A hash in capital letters, which is not applicable, takes no part in the signature.
    private static bool IsProvedByTelegram(InitDataVector vector) =>
        vector.Ed25519 is "n/a" || IsValid(vector.Ed25519 == "same" ? vector.Hmac : vector.Ed25519);

    private static async Task AssertAnswerAsync(InitDataVector vector, bool isGood, TestApp app)
    {
        Assert.True(TelegramInitData.TryParseUnverified(vector.InitData, out var told) || !isGood);

        foreach (var token in new[] { vector.InitData, Convert.ToBase64String(Encoding.UTF8.GetBytes(vector.InitData)) })
        {
            var result = await app.AuthenticateAsync("tma " + token);
            var reply = await app.GetAsync("/me", "tma " + token);

            // Only the empty one is no credentials rather than bad ones.
            Assert.Equal((isGood, token.Length == 0), (result.Succeeded, result.None));
            Assert.Equal(isGood ? (200, $"telegram:{told!.User.Id}") : (401, ""), (reply.Status, reply.Body));
        }
    }

    /// <summary>One host for each thing that is known of the bot.</summary>
    public sealed class Hosts : IAsyncDisposable
    {
        private readonly Dictionary<string, TestApp> _hosts = new(StringComparer.Ordinal);

        public async ValueTask DisposeAsync()
        {
            foreach (var host in _hosts.Values)
            {
                await host.DisposeAsync();
            }
        }

        internal async Task<TestApp> OfAsync(string known, Action<TelegramMiniAppOptions> addBot) =>
            _hosts.GetValueOrDefault(known) ?? (_hosts[known] = await StartAsync(options =>
            {
                options.PublicKey = Convert.FromHexString(File.Ed25519PublicKey);
                options.TimeProvider = new TestClock(Now);
                addBot(options);
            }));
    }
}
