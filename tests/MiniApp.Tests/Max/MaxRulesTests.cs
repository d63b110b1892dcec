using MiniApp;
using TestSupport;

namespace MaxMiniApp.Tests;

/// <summary>What is particular to MAX.</summary>
public class MaxRulesTests
{
    [Theory]
    [InlineData("1760000000", InitDataFailure.None)]
    [InlineData("1760000000999", InitDataFailure.None)]
    [InlineData("1759913600000", InitDataFailure.None)]
    [InlineData("1759913599999", InitDataFailure.Expired)]
    [InlineData("1760000060999", InitDataFailure.None)]
    [InlineData("1760000061000", InitDataFailure.NotYetValid)]
    [InlineData("100000000000", InitDataFailure.NotYetValid)]
    [InlineData("100000000001", InitDataFailure.Expired)]
    [InlineData("9223372036854775807", InitDataFailure.NotYetValid)]
    [InlineData("1759913600", InitDataFailure.None)]
    [InlineData("1759913599", InitDataFailure.Expired)]
    [InlineData("1760000060", InitDataFailure.None)]
    [InlineData("1760000061", InitDataFailure.NotYetValid)]
    public void Time_is_in_seconds_or_above_100000000000_in_milliseconds(string authDate, InitDataFailure expected) =>
        Assert.Equal(expected, Example.Verdict(Example.InitData(("auth_date", authDate))));

    [Fact]
    public void Time_reads_the_same_in_either_unit()
    {
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1760000000), Example.Read().AuthDate);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1760000000), Example.Read(("auth_date", "1760000000999")).AuthDate);
    }

    [Fact]
    public void Init_data_may_be_encoded_once_more_and_no_more()
    {
        var once = Uri.EscapeDataString(Example.InitData(("start_param", "a b+c%")));

        Assert.Equal(InitDataFailure.None, Example.Verdict(once));
        Assert.Equal("a b+c%", Example.Verifier().Verify(once).InitData!.StartParam);
        Assert.True(MaxInitData.TryParseUnverified(once, out _));
        Assert.Equal(InitDataFailure.Malformed, Example.Verdict(Uri.EscapeDataString(once)));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("%2")]
    [InlineData("%ff")]
    [InlineData("%26")]
    [InlineData("%26a%3D")]
    [InlineData("auth_date%3D1")]
    [InlineData("auth_date=1%26hash=2%")]
    [InlineData("%ED%A0%80%26a%3D1")]
    public void Text_that_is_encoded_once_more_has_to_be_init_data_all_the_same(string token)
    {
        var expected = token == "auth_date%3D1" ? InitDataFailure.MissingProof : InitDataFailure.Malformed;

        Assert.Equal(expected, Example.Verdict(token));
        Assert.Equal(InitDataFailure.Malformed, Example.Verdict(token + "\ud800"));
    }

    [Fact]
    public void Forged_init_data_gains_nothing_by_being_encoded_once_more()
    {
        var forged = Example.InitData().Replace("494075", "494076", StringComparison.Ordinal);

        Assert.Equal(InitDataFailure.InvalidProof, Example.Verdict(Uri.EscapeDataString(forged)));
        Assert.Equal(InitDataFailure.MissingProof, Example.Verdict(Uri.EscapeDataString(ReferenceInitData.Query(Example.Fields()))));
    }

    [Fact]
    public void Signature_is_a_field_like_any_other()
    {
        Assert.Equal("x", Example.Read(("signature", "x"))["signature"]);
        Assert.Equal(InitDataFailure.InvalidProof, Example.Verdict(Example.InitData() + "&signature=x"));
    }
}
