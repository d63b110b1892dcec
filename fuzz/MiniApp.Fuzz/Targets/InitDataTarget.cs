using TestSupport;

namespace MiniApp.Fuzz;

/// <summary>Telegram's or MAX's init data.</summary>
internal sealed class InitDataTarget(
    string name, ReferenceVerifier reference, Func<int, CaseGenerator> generator, Func<string, InitDataFailure> verify, Func<string, InitDataFailure> check, int batchSize = 500)
    : FuzzTarget(name)
{
    public override int BatchSize => batchSize;

    public override Func<string> Inputs(int seed)
    {
        var (cases, mutator, random) = (generator(seed), new Mutator(seed), new Random(seed));
        return () => mutator.Mutate(random.Next(20) == 0 ? cases.NextGarbage() : cases.NextToken());
    }

    public override string Expected(string input) => reference.Verdict(input);

    public override string Actual(string input)
    {
        var (verified, @checked) = (verify(input), check(input));
        return verified == @checked ? verified.ToString() : $"{verified} and {@checked}";
    }
}
