using MiniApp;
using TestSupport;

namespace MaxMiniApp.Tests;

/// <summary>The vector file's cases of MAX through every entry point, and its other cases as the same rule judges them.</summary>
public class VectorTests
{
    private static readonly InitDataVectorFile File = InitDataVectorFile.Instance;

    public static TheoryData<string> Ids => [.. File.Of("max").Select(vector => vector.Id)];

    public static TheoryData<string> OtherIds => [.. File.Of("telegram").Where(vector => vector.TokenOverride is null).Select(vector => vector.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Init_data_of_MAX_is_accepted(string id)
    {
        var vector = File.Vectors.Single(vector => vector.Id == id);
        var verifier = Verifier(vector.Token!, now: id == "max-milliseconds" ? 1733485316 : 1771409719);

        Assert.StartsWith("valid", vector.Hmac, StringComparison.Ordinal);
        Assert.Equal(InitDataFailure.None, Example.Verdict(vector.InitData, verifier));
        Assert.Equal(id == "max-double-encoded" ? InitDataFailure.Malformed : InitDataFailure.None, Example.Verdict(Example.ToBase64(vector.InitData), verifier));
        Assert.Equal(InitDataFailure.InvalidProof, Example.Verdict(vector.InitData, Verifier("another-token", 1771409719)));

        var initData = verifier.Verify(vector.InitData).InitData!;
        Assert.Equal(67890, initData.User.Id);
        Assert.Equal("https://i.example/a?x=1&y=2==", initData.User.PhotoUrl);
        Assert.Null(initData.User.Username);
        Assert.Equal(MaxChatType.Dialog, initData.Chat!.Type);
        Assert.Equal("192.168.0.1", initData.Ip);
    }

    [Theory]
    [MemberData(nameof(OtherIds))]
    public void One_rule_judges_the_other_vectors_alike(string id)
    {
        var vector = File.Vectors.Single(vector => vector.Id == id);
        var verdict = Example.Verdict(vector.InitData, Verifier(File.BotToken, now: 1771253021));

        Assert.Equal(vector.Hmac == "valid", verdict == InitDataFailure.None);
        Assert.Equal(vector.Hmac == "missing hash", verdict == InitDataFailure.MissingProof);
        Assert.Equal(id is "no-user" or "user-id-string", verdict == InitDataFailure.NoUser);
    }

    [Fact]
    public void File_has_the_cases_that_these_tests_were_written_for() => Assert.Equal(
        ["max-seconds", "max-milliseconds", "max-double-encoded", "max-start-param"], File.Of("max").Select(vector => vector.Id));

    private static MaxInitDataVerifier Verifier(string token, long now) =>
        new(new MaxInitDataVerifierOptions { TimeProvider = new TestClock(now) }.AddBot(token));
}
