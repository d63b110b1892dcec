using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace MaxMiniApp.AspNetCore.Tests;

/// <summary>The cases that an independent implementation of the rule has made, behind the word <c>max</c>.</summary>
public class VectorTests
{
    private static readonly InitDataVectorFile File = InitDataVectorFile.Instance;

    public static TheoryData<string> Ids => [.. File.Of("max").Select(vector => vector.Id)];

    public static TheoryData<string> OtherIds =>
        [.. File.Of("telegram").Where(vector => vector.TokenOverride is null).Select(vector => vector.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Init_data_of_MAX_signs_its_user_in(string id)
    {
        var vector = Vector(id);
        var now = id == "max-milliseconds" ? 1733485316 : 1771409719;
        await using var app = await StartAsync(vector.Token!, now);
        await using var stranger = await StartAsync("another-token", now);

        Assert.Equal((200, "max:67890"), await AnswerAsync(app, vector.InitData));
        Assert.Equal((401, ""), await AnswerAsync(stranger, vector.InitData));

        // Base64 is one spelling, and a second encoding another: no page makes both.
        var isTwice = id == "max-double-encoded";
        Assert.Equal(isTwice ? (401, "") : (200, "max:67890"), await AnswerAsync(app, ToBase64(vector.InitData)));
        Assert.Equal(67890, (await app.SignInByHeaderAsync("max " + vector.InitData)).GetMaxInitData()!.User.Id);
    }

    [Theory]
    [MemberData(nameof(OtherIds))]
    public async Task One_rule_judges_the_other_vectors_alike(string id)
    {
        var vector = Vector(id);
        await using var app = await StartAsync(File.BotToken, now: 1771253021);
        var isGood = vector.Hmac == "valid";

        foreach (var token in new[] { vector.InitData, ToBase64(vector.InitData) })
        {
            var (status, body) = await AnswerAsync(app, token);

            Assert.Equal(isGood ? 200 : 401, status);
            Assert.Equal(isGood, body.StartsWith("max:", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void File_was_not_cut_short()
    {
        Assert.Equal(["max-seconds", "max-milliseconds", "max-double-encoded", "max-start-param"], Ids.Select(row => row.Data));
        Assert.InRange(OtherIds.Count, 50, 60);
    }

    private static InitDataVector Vector(string id) => File.Vectors.Single(vector => vector.Id == id);

    private static string ToBase64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static Task<TestApp> StartAsync(string botToken, long now) => TestApp.StartWithAsync(builder =>
        builder.Services.AddAuthentication().AddMaxMiniApp(options =>
            (options.BotToken, options.TimeProvider) = (botToken, new TestClock(now))));

    private static async Task<(int Status, string Body)> AnswerAsync(TestApp app, string token)
    {
        var reply = await app.GetAsync("/me", "max " + token);
        return (reply.Status, reply.Body);
    }
}
