namespace VkMiniApp.Benchmarks;

/// <summary>What is measured of sessions.</summary>
internal static class SessionTables
{
    public static Table Requests()
    {
        var requests = new SessionBenchmarks();
        requests.Setup();

        var verification = Row.Of("`Check` of a launch, nothing else", new VerificationBenchmarks().Check);
        var bare = Request("a request that nobody signs", requests.Bare, verification);
        var launch = Request("a request with a launch", requests.WithLaunch, verification);
        var session = Request("a request with a session", requests.WithSession, verification);
        var revokingLaunch = Request("a request with a launch, 10,000 users revoked", requests.WithLaunchAndRevocations, verification);
        var revokingSession = Request("a request with a session, 10,000 users revoked", requests.WithSessionAndRevocations, verification);
        var signing = Row.Of("a launch's signing alone", requests.Next, verification);
        var exchange = Request("an exchange of a new launch in process, with its signing", requests.Exchange, verification);

        return new(
            "A request through the pipeline, against a verification",
            [verification, bare, launch, session, revokingLaunch, revokingSession, signing, exchange],
            Figure.Ratio("A session / a launch", session, launch),
            Cost("A launch over a bare request, in verifications", bare, launch),
            Cost("A session over a bare request, in verifications", bare, session),
            Cost("Revocations over none, a launch, in verifications", launch, revokingLaunch, "≤ 0.1"),
            Cost("Revocations over none, a session, in verifications", session, revokingSession, "≤ 0.1"),
            Cost("An exchange without the signing, in verifications", signing, exchange));

        Figure Cost(string name, Row without, Row with, string aim = "") =>
            new(name, round => (with.Nanoseconds[round] - without.Nanoseconds[round]) / verification.Nanoseconds[round], aim);
    }

    // Nothing here waits, so that the task is done when it is there.
    private static Row Request(string name, Func<Task<int>> send, Row baseline) => Row.Of(name, () => send().GetAwaiter().GetResult(), baseline);
}
