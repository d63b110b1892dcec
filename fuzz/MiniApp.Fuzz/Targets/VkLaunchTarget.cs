using VkMiniApp;
using VkMiniApp.Tests;

namespace MiniApp.Fuzz;

/// <summary>VK's launch parameters, as a query or as the bridge's object.</summary>
internal sealed class VkLaunchTarget(string name, bool acceptJson) : FuzzTarget(name)
{
    private readonly ReferenceVerifier _reference = new(CaseGenerator.Apps, Example.Now, acceptJson);
    private readonly VkLaunchParamsVerifier _verifier = Verifier(options => options.AcceptJson = acceptJson);

    public static VkLaunchParamsVerifier Verifier(Action<VkLaunchParamsVerifierOptions> change)
    {
        var options = CaseGenerator.Apps.Aggregate(
            new VkLaunchParamsVerifierOptions { TimeProvider = new TestSupport.TestClock(Example.Now) }, (options, app) => options.AddApp(app.Key, app.Value));
        change(options);
        return new VkLaunchParamsVerifier(options);
    }

    public override Func<string> Inputs(int seed)
    {
        var (queries, objects, mutator, random) = (new CaseGenerator(seed), new BridgeObjectGenerator(seed), new Mutator(seed), new Random(seed));
        return () => mutator.Mutate(random.Next(20) == 0 ? queries.NextGarbage() : acceptJson && random.Next(4) > 0 ? objects.NextToken() : queries.NextToken());
    }

    public override string Expected(string input) => _reference.Verdict(input).ToString();

    public override string Actual(string input) => Verdict(_verifier, input);

    /// <summary>The verdict, where all ways to ask for it come to the same.</summary>
    public static string Verdict(VkLaunchParamsVerifier verifier, string token)
    {
        var (verified, @checked) = (verifier.Verify(token).Failure, verifier.Check(token));
        return verified == @checked ? verified.ToString() : $"{verified} and {@checked}";
    }
}
