namespace VkMiniApp.Benchmarks;

/// <summary>What is measured of whole requests.</summary>
internal static class PipelineTables
{
    // A table of its own, for the reason that VkTables gives.
    public static Table ByLaunch()
    {
        var requests = new PipelineBenchmarks();
        var ready = Request(SignIn.Ready.Name, requests.Ready);

        return new(
            "A request in process that signs a user in, against a user who is ready",
            [ready, Request(SignIn.ByLaunch.Name, requests.ByLaunch, ready, "≤ 1.55")]);
    }

    public static Table ByFramework()
    {
        var requests = new PipelineBenchmarks();
        var ready = Request(SignIn.Ready.Name, requests.Ready);

        return new(
            "A request in process that signs a user in by the framework's schemes",
            [
                ready,
                Request(SignIn.ByJwt.Name, requests.ByJwt, ready),
                Request(SignIn.ByBearerToken.Name, requests.ByBearerToken, ready),
                Request(SignIn.ByCookie.Name, requests.ByCookie, ready),
            ]);
    }

    public static Table Others()
    {
        var requests = new PipelineBenchmarks();
        var without = Request("the scheme is not there", requests.WithoutScheme);
        var with = Request("the scheme is there", requests.WithScheme, without);

        return new(
            "A request that uses nothing of ours",
            [without, with],
            Figure.Ratio("With the scheme / without", with, without, "1.0, 0 B") with { Memory = () => Markdown.Memory(with.Bytes - without.Bytes) });
    }

    // Nothing in these requests waits, so that the task is done when it is there.
    private static Row Request(string name, Func<Task<int>> send, Row? baseline = null, string aim = "") =>
        Row.Of(name, () => send().GetAwaiter().GetResult(), baseline, aim);
}
