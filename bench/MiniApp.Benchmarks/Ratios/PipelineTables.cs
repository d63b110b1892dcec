namespace VkMiniApp.Benchmarks;

/// <summary>What is measured of whole requests.</summary>
internal static class PipelineTables
{
    // For the same reason as with a request's authentication, the framework's own ways are beside one another.
    public static Table SignIn()
    {
        var requests = new PipelineBenchmarks();
        var ready = Request(Benchmarks.SignIn.Ready.Name, requests.Ready);

        return new(
            "A request in process that signs a user in, against a user who is ready",
            [ready, Request(Benchmarks.SignIn.ByLaunch.Name, requests.ByLaunch, ready, "≤ 1.55")]);
    }

    public static Table OtherSignIns()
    {
        var requests = new PipelineBenchmarks();
        var ready = Request(Benchmarks.SignIn.Ready.Name, requests.Ready);

        return new(
            "A request in process that signs a user in by the framework's schemes",
            [
                ready,
                Request(Benchmarks.SignIn.ByJwt.Name, requests.ByJwt, ready),
                Request(Benchmarks.SignIn.ByBearerToken.Name, requests.ByBearerToken, ready),
                Request(Benchmarks.SignIn.ByCookie.Name, requests.ByCookie, ready),
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
