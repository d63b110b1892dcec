namespace TelegramMiniApp.Tests;

/// <summary>Init data with several faults gets the first of them in the order of the enumeration.</summary>
public class VerdictOrderTests
{
    private static readonly TelegramInitDataVerifier Verifier = Example.Verifier();

    [Fact]
    public void Malformed_comes_before_a_missing_proof() =>
        Assert.Equal(TelegramInitDataFailure.Malformed, Example.Verdict("auth_date=x&user=1", Verifier));

    [Fact]
    public void Missing_proof_comes_before_the_clock_and_the_user() =>
        Assert.Equal(TelegramInitDataFailure.MissingProof, Example.Verdict("auth_date=1&user=1", Verifier));

    [Fact]
    public void Invalid_proof_comes_before_the_clock_and_the_user()
    {
        Assert.Equal(TelegramInitDataFailure.InvalidProof, Example.Verdict("auth_date=1&hash=0", Verifier));
        Assert.Equal(TelegramInitDataFailure.InvalidProof, Example.Verdict("auth_date=9999999999&hash=0", Verifier));
    }

    [Fact]
    public void Clock_comes_before_the_user()
    {
        Assert.Equal(TelegramInitDataFailure.Expired, Example.Verdict(Example.InitData(("auth_date", "1"), ("user", null)), Verifier));
        Assert.Equal(TelegramInitDataFailure.NotYetValid, Example.Verdict(Example.InitData(("auth_date", "9999999999"), ("user", "x")), Verifier));
    }

    [Fact]
    public void User_comes_last() =>
        Assert.Equal(TelegramInitDataFailure.NoUser, Example.Verdict(Example.InitData(("user", null)), Verifier));

    [Fact]
    public void Enumeration_has_the_order_of_the_verdicts() => Assert.Equal(
        ["None", "Malformed", "MissingProof", "InvalidProof", "Expired", "NotYetValid", "NoUser"],
        Enum.GetValues<TelegramInitDataFailure>().Order().Select(failure => failure.ToString()));

    [Fact]
    public void Enumeration_has_the_values_of_the_shared_one() => Assert.Equal(
        Enum.GetValues<MiniApp.InitDataFault>().Select(fault => ($"{fault}", (int)fault)),
        Enum.GetValues<TelegramInitDataFailure>().Select(failure => ($"{failure}", (int)failure)));

    [Fact]
    public void Both_proofs_are_looked_for_before_either_is_judged()
    {
        var wrongHash = Example.InitData() + "0";

        Assert.Equal(TelegramInitDataFailure.MissingProof, Example.Verdict(wrongHash, Example.Both()));
        Assert.Equal(TelegramInitDataFailure.InvalidProof, Example.Verdict(wrongHash, Verifier));
    }
}
