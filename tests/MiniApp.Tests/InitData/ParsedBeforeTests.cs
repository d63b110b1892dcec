using MaxMiniApp;
using TelegramMiniApp;
using TestSupport;
using MaxExample = MaxMiniApp.Tests.Example;
using TelegramExample = TelegramMiniApp.Tests.Example;

namespace MiniApp.Tests;

/// <summary>What was read without being verified can be verified later, and a call may bring a lifetime of its own.</summary>
public class ParsedBeforeTests
{
    private static readonly TelegramInitDataVerifier Telegram = TelegramExample.Verifier();
    private static readonly MaxInitDataVerifier Max = MaxExample.Verifier();

    [Fact]
    public void Verdict_on_what_was_parsed_is_that_on_its_token()
    {
        var generator = new CaseGenerator(18, TelegramExample.BotToken, TelegramExample.Now);
        var parsed = 0;
        for (var i = 0; i < 4_000; i++)
        {
            var token = generator.NextToken();
            if (TelegramInitData.TryParseUnverified(token, out var unverified))
            {
                parsed++;
                var (expected, actual) = (Telegram.Verify(token), Telegram.VerifyUnverified(unverified));
                Assert.Equal(expected.Failure, actual.Failure);
                Assert.Equal(expected.InitData?.LaunchId, actual.InitData?.LaunchId);
                Assert.Null(unverified.LaunchId);
            }
        }

        Assert.InRange(parsed, 2_000, 3_999);
    }

    [Fact]
    public void What_was_parsed_of_MAX_is_verified_by_its_token()
    {
        Assert.True(MaxInitData.TryParseUnverified(Uri.EscapeDataString(MaxExample.InitData()), out var good));
        Assert.True(MaxInitData.TryParseUnverified(MaxExample.InitData() + "0", out var forged));

        Assert.Equal(494075, Max.VerifyUnverified(good).InitData?.User.Id);
        Assert.Equal(InitDataFailure.InvalidProof, Max.VerifyUnverified(forged).Failure);
    }

    [Fact]
    public void Nothing_and_what_was_accepted_before_are_refused()
    {
        var accepted = Telegram.Verify(TelegramExample.InitData()).InitData;

        Assert.NotNull(accepted);
        Assert.Equal(InitDataFailure.Malformed, Telegram.VerifyUnverified(accepted).Failure);
        Assert.Equal(InitDataFailure.Malformed, Telegram.VerifyUnverified(null).Failure);
    }

    [Fact]
    public void Lifetime_of_a_call_takes_the_place_of_the_options()
    {
        var token = TelegramExample.InitData(("auth_date", $"{TelegramExample.Now - 10}"));
        var old = TelegramExample.InitData(("auth_date", "0"));

        Assert.Equal(InitDataFailure.None, Telegram.Verify(token, TimeSpan.FromSeconds(10)).Failure);
        Assert.Equal(InitDataFailure.Expired, Telegram.Verify(token, TimeSpan.FromSeconds(9.9)).Failure);
        Assert.Equal(InitDataFailure.Expired, Telegram.Verify(old).Failure);
        Assert.Equal(InitDataFailure.None, Telegram.Verify(old, TimeSpan.MaxValue).Failure);
        Assert.Equal(InitDataFailure.InvalidProof, Telegram.Verify(old + "0", TimeSpan.MaxValue).Failure);
        Assert.Throws<ArgumentOutOfRangeException>("lifetime", () => Telegram.Verify(token, TimeSpan.FromTicks(-1)));
    }

    [Fact]
    public void Age_is_told_of_what_nobody_verified()
    {
        Assert.False(Telegram.IsExpired(Read(TelegramExample.Now - 86_400)));
        Assert.True(Telegram.IsExpired(Read(TelegramExample.Now - 86_401)));
        Assert.False(Telegram.IsExpired(Read(long.MaxValue)));
        Assert.Throws<ArgumentNullException>("initData", () => Telegram.IsExpired(null!));

        static TelegramInitData Read(long authDate)
        {
            Assert.True(TelegramInitData.TryParseUnverified($"auth_date={authDate}&hash=x", out var unverified));
            return unverified;
        }
    }
}
