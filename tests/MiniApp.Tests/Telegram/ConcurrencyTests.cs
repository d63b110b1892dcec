using MiniApp;
using TestSupport;

namespace TelegramMiniApp.Tests;

/// <summary>Verifiers are used by many threads at once; more threads than processors make sure that some are interrupted midway.</summary>
public class ConcurrencyTests
{
    private const int Threads = 8;

    [Fact]
    public async Task Verdicts_stay_right_on_many_threads()
    {
        var verifier = new TelegramInitDataVerifier(Example.Options().AddBot("5:other").AddBot(Example.BotToken).AddBot(7));
        var other = Example.Fields();
        other["signature"] = Example.Signature(Example.Fields(), botId: 7);
        (string Token, InitDataFailure Expected, long BotId)[] cases =
        [
            (Example.Proved(), InitDataFailure.None, Example.BotId),
            (Example.ToBase64(Example.InitData()), InitDataFailure.None, Example.BotId),
            (ReferenceInitData.Sign(Example.Fields(("user", "{\"id\":8}")), "5:other"), InitDataFailure.None, 5),
            (ReferenceInitData.Query(other), InitDataFailure.None, 7),
            (ReferenceInitData.Sign(Example.Fields(), "5:forged"), InitDataFailure.InvalidProof, 0),
            (Example.InitData(("auth_date", "1")), InitDataFailure.Expired, 0),
            (Example.InitData(("user", "{")), InitDataFailure.NoUser, 0),
            ("auth_date=1&x=2", InitDataFailure.MissingProof, 0),
            ("x=1&x=2", InitDataFailure.Malformed, 0),
        ];

        await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Factory.StartNew(
            () =>
            {
                for (var round = 0; round < 4_000; round++)
                {
                    var (token, expected, botId) = cases[(round + thread) % cases.Length];
                    var result = verifier.Verify(token);

                    Assert.Equal(expected, verifier.Check(token));
                    Assert.Equal(expected, result.Failure);
                    Assert.Equal(botId, result.InitData?.BotId ?? 0);
                    Assert.Equal(botId == 5 ? 8 : 494075, result.InitData?.User.Id ?? (botId == 5 ? 8 : 494075));
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));
    }

    [Fact]
    public void Clock_that_verifies_in_its_turn_disturbs_nothing()
    {
        var inner = Example.Verifier();
        var outer = Example.Verifier(options => options.TimeProvider = new VerifyingClock(() => inner.Check(Example.Proved(("start_param", "inner")))));

        Assert.Equal(InitDataFailure.None, outer.Check(Example.InitData()));
        Assert.Equal(494075, outer.Verify(Example.InitData()).InitData?.User.Id);
    }

    private sealed class VerifyingClock(Action verify) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow()
        {
            verify();
            return DateTimeOffset.FromUnixTimeSeconds(Example.Now);
        }
    }
}
