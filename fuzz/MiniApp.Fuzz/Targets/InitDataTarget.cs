using System.Text;
using TestSupport;

namespace MiniApp.Fuzz;

/// <summary>Telegram's or MAX's init data.</summary>
/// <param name="name">The name for the command line.</param>
/// <param name="reference">The plain code.</param>
/// <param name="generator">What makes init data from a seed.</param>
/// <param name="verifier">The library.</param>
/// <param name="read">The user's id in what was read, and whatever else is read without being compared.</param>
/// <param name="unverified">What a token says, by all that reads without a verdict.</param>
/// <param name="byBot">The verdict of a verifier that is told the bot with each call, where there is one.</param>
/// <param name="batchSize">How many inputs are made from one seed.</param>
internal sealed class InitDataTarget<TInitData>(
    string name,
    ReferenceVerifier reference,
    Func<int, CaseGenerator> generator,
    InitDataVerifier<TInitData> verifier,
    Func<TInitData, long> read,
    Func<string, TInitData?> unverified,
    Func<string, InitDataFailure>? byBot = null,
    int batchSize = 500)
    : FuzzTarget(name)
    where TInitData : InitData
{
    public override int BatchSize => batchSize;

    public override Func<string> Inputs(int seed)
    {
        var (cases, mutator, random) = (generator(seed), new Mutator(seed), new Random(seed));
        return () => mutator.Mutate(random.Next(20) == 0 ? cases.NextGarbage() : cases.NextToken());
    }

    public override string Expected(string input) => reference.Verdict(input, out var fields) is not "None" and var verdict ? verdict
        : Good([
            ReferenceVerifier.UserId(fields),
            .. fields.OrderBy(field => Convert.ToHexString(Encoding.UTF8.GetBytes(field.Key)), StringComparer.Ordinal).Select(field => (object)field),
        ]);

    public override string Actual(string input)
    {
        _ = TokenHints.Find(input);
        var result = verifier.Verify(input);
        var verdict = result.InitData is { } good ? Good([read(good), .. good.Values]) : result.Failure.ToString();

        return verifier.Check(input) != result.Failure ? $"{verdict} and {verifier.Check(input)} by Check"
            : verifier.HasValidProof(input) != IsProved(result.Failure) ? $"{verdict} and proved otherwise"
            : verifier.Verify(input, TimeSpan.MaxValue).Failure is var ageless && ageless != result.Failure && !IsOfTime(result.Failure, ageless) ? $"{verdict} and {ageless} at any age"
            : unverified(input) is { } before && verifier.VerifyUnverified(before).Failure != result.Failure ? $"{verdict} and another when it was read before"
            : byBot?.Invoke(input) is { } other && other != result.Failure ? $"{verdict} and {other} where the call names the bot"
            : result.InitData is { } launch && IsOtherLaunch(launch) ? $"{verdict} and another launch in another spelling"
            : verdict;
    }

    private static bool IsProved(InitDataFailure failure) =>
        failure is InitDataFailure.None or InitDataFailure.Expired or InitDataFailure.NotYetValid or InitDataFailure.NoUser;

    private static bool IsOfTime(InitDataFailure failure, InitDataFailure ageless) =>
        failure == InitDataFailure.Expired && ageless is InitDataFailure.None or InitDataFailure.NoUser;

    /// <summary>Whether the same fields, in the plainest spelling, have another id. That one may be too long to be read.</summary>
    private bool IsOtherLaunch(TInitData launch) =>
        verifier.Verify(ReferenceInitData.Query(launch.Values)).InitData is { } same && same.LaunchId != launch.LaunchId;
}
