using MiniApp;
using TestSupport;

namespace MaxMiniApp.Tests;

/// <summary>What holds for every token, on tens of thousands of them. The seeds are fixed, so a run repeats; a failure names the token.</summary>
public class PropertyTests
{
    private static readonly MaxInitDataVerifier Verifier = Example.Verifier();

    private static readonly ReferenceVerifier Reference = new() { Now = Example.Now, BotToken = Example.BotToken, IsMax = true };

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void Verdict_is_that_of_the_reference_verifier(int seed)
    {
        var generator = new CaseGenerator(seed, Example.BotToken, Example.Now);
        var verdicts = new Dictionary<string, int>(StringComparer.Ordinal);

        for (var i = 0; i < 8_000; i++)
        {
            var verdict = AssertVerdict(generator.NextToken());
            verdicts[verdict] = verdicts.GetValueOrDefault(verdict) + 1;
        }

        Assert.All(Enum.GetNames<InitDataFailure>(), verdict => Assert.True(verdicts.GetValueOrDefault(verdict) >= 20, verdict));
    }

    [Fact]
    public void Garbage_of_every_kind_is_refused_without_an_exception()
    {
        var generator = new CaseGenerator(13, Example.BotToken, Example.Now);
        for (var i = 0; i < 10_000; i++)
        {
            AssertVerdict(generator.NextGarbage());
        }
    }

    [Fact]
    public void Check_allocates_nothing()
    {
        string[] tokens =
        [
            Example.InitData(), Uri.EscapeDataString(Example.InitData()), Example.InitData() + "0", Example.InitData(("auth_date", "1760000000000")),
            "", "%", "x", Example.InitData(("user", null)), Example.InitData(("auth_date", "1")), Example.InitData() + "&user=",
        ];

        Assert.All(tokens, token =>
        {
            var least = long.MaxValue;
            for (var round = 0; round < 20 && least > 0; round++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                for (var i = 0; i < 100; i++)
                {
                    Verifier.Check(token);
                }

                least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            }

            Assert.Equal(0, least);
        });
    }

    private static string AssertVerdict(string token)
    {
        var expected = Reference.Verdict(token);
        try
        {
            Assert.Equal(expected, Verifier.Verify(token).Failure.ToString());
            Assert.Equal(expected, Verifier.Check(token).ToString());
            return expected;
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"Expected {expected} for: {token}", exception);
        }
    }
}
