using TelegramMiniApp.Tests;

namespace MiniApp.Tests;

/// <summary>Init data that fails in several ways gets the first of them in the order of the enumeration, on either platform.</summary>
public class InitDataFailureTests
{
    public static TheoryData<string> Platforms => InitDataPlatform.Names;

    [Theory]
    [MemberData(nameof(Platforms))]
    public void Malformed_comes_before_a_missing_proof(string platform)
    {
        Assert.Equal(InitDataFailure.Malformed, InitDataPlatform.Of(platform).Check("auth_date=x&user=1"));
        Assert.Equal(InitDataFailure.Malformed, InitDataPlatform.Of(platform).Check(null));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public void Missing_proof_comes_before_the_clock_and_the_user(string platform) =>
        Assert.Equal(InitDataFailure.MissingProof, InitDataPlatform.Of(platform).Check("auth_date=1&user=1"));

    [Theory]
    [MemberData(nameof(Platforms))]
    public void Invalid_proof_comes_before_the_clock_and_the_user(string platform)
    {
        Assert.Equal(InitDataFailure.InvalidProof, InitDataPlatform.Of(platform).Check("auth_date=1&hash=0"));
        Assert.Equal(InitDataFailure.InvalidProof, InitDataPlatform.Of(platform).Check("auth_date=9999999999&hash=0"));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public void Clock_comes_before_the_user(string platform)
    {
        Assert.Equal(InitDataFailure.Expired, InitDataPlatform.Of(platform).CheckExample(("auth_date", "1"), ("user", null)));
        Assert.Equal(InitDataFailure.NotYetValid, InitDataPlatform.Of(platform).CheckExample(("auth_date", "9999999999"), ("user", "x")));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public void User_comes_last(string platform) =>
        Assert.Equal(InitDataFailure.NoUser, InitDataPlatform.Of(platform).CheckExample(("user", null)));

    [Fact]
    public void Enumeration_has_the_order_of_the_failures() => Assert.Equal(
        [(0, "None"), (1, "Malformed"), (2, "MissingProof"), (3, "InvalidProof"), (4, "Expired"), (5, "NotYetValid"), (6, "NoUser")],
        Enum.GetValues<InitDataFailure>().Order().Select(failure => ((int)failure, failure.ToString())));

    [Fact]
    public void Both_proofs_are_looked_for_before_either_is_judged()
    {
        var wrongHash = Example.InitData() + "0";

        Assert.Equal(InitDataFailure.MissingProof, Example.Verdict(wrongHash, Example.Both()));
        Assert.Equal(InitDataFailure.InvalidProof, Example.Verdict(wrongHash));
    }
}
