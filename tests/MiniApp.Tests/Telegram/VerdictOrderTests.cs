using MiniApp;

namespace TelegramMiniApp.Tests;

/// <summary>Init data with several faults gets the first of them in the order of the enumeration.</summary>
public class VerdictOrderTests
{
    private static readonly TelegramInitDataVerifier Verifier = Example.Verifier();

    [Fact]
    public void Malformed_comes_before_a_missing_proof() =>
        Assert.Equal(InitDataFailure.Malformed, Example.Verdict("auth_date=x&user=1", Verifier));

    [Fact]
    public void Missing_proof_comes_before_the_clock_and_the_user() =>
        Assert.Equal(InitDataFailure.MissingProof, Example.Verdict("auth_date=1&user=1", Verifier));

    [Fact]
    public void Invalid_proof_comes_before_the_clock_and_the_user()
    {
        Assert.Equal(InitDataFailure.InvalidProof, Example.Verdict("auth_date=1&hash=0", Verifier));
        Assert.Equal(InitDataFailure.InvalidProof, Example.Verdict("auth_date=9999999999&hash=0", Verifier));
    }

    [Fact]
    public void Clock_comes_before_the_user()
    {
        Assert.Equal(InitDataFailure.Expired, Example.Verdict(Example.InitData(("auth_date", "1"), ("user", null)), Verifier));
        Assert.Equal(InitDataFailure.NotYetValid, Example.Verdict(Example.InitData(("auth_date", "9999999999"), ("user", "x")), Verifier));
    }

    [Fact]
    public void User_comes_last() =>
        Assert.Equal(InitDataFailure.NoUser, Example.Verdict(Example.InitData(("user", null)), Verifier));

    [Fact]
    public void Enumeration_has_the_order_of_the_verdicts() => Assert.Equal(
        ["None", "Malformed", "MissingProof", "InvalidProof", "Expired", "NotYetValid", "NoUser"],
        Enum.GetValues<InitDataFailure>().Order().Select(failure => failure.ToString()));

    [Fact]
    public void Both_proofs_are_looked_for_before_either_is_judged()
    {
        var wrongHash = Example.InitData() + "0";

        Assert.Equal(InitDataFailure.MissingProof, Example.Verdict(wrongHash, Example.Both()));
        Assert.Equal(InitDataFailure.InvalidProof, Example.Verdict(wrongHash, Verifier));
    }
}
