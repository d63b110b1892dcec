namespace VkMiniApp.Benchmarks;

/// <summary>What is measured of VK's launch parameters and of a request that brings them.</summary>
internal static class VkTables
{
    private const string Hmac = "`HMACSHA256.HashData` over the canonical bytes, nothing else";

    public static Table Verification()
    {
        var verification = new VerificationBenchmarks();
        var hmac = Row.Of(Hmac, verification.OneHmac);
        var verify = Row.Of("`Verify`, base64 of the address, the typed parameters read", verification.VerifyAndRead, hmac, "≤ 1.12, 600 B");
        var launchId = Row.Of("`LaunchId` of a launch that was verified", verification.LaunchId, hmac, "0 B");

        return new(
            "A verification, against one HMAC over the same bytes",
            [
                hmac,
                Row.Of("`Check`, base64 of the address", verification.Check, hmac, "≤ 0.76, 0 B"),
                Row.Of("`Check`, the raw query", verification.CheckRaw, hmac, "≤ 0.72, 0 B"),
                Row.Of("`Check`, the raw query in VK's own order and spelling", verification.CheckOwn, hmac, "≤ 0.72, 0 B"),
                Row.Of("`Verify`, base64 of the address, two ids read", verification.VerifyAndReadIds, hmac),
                verify,
                launchId,
            ],
            Figure.Ratio("`LaunchId` / `Verify`", launchId, verify, "≤ 0.3"));
    }

    public static Table Refusal()
    {
        var verification = new VerificationBenchmarks();
        var hmac = Row.Of(Hmac, verification.OneHmac);

        return new(
            "A refusal, against one HMAC over the bytes of a launch",
            [
                hmac,
                Row.Of("`Verify` of garbage", verification.Garbage, hmac, "≤ 0.2, 0 B"),
                Row.Of("`Verify` of a JSON Web Token", verification.AJwt, hmac, "0 B"),
                Row.Of("`Verify` of a wrong signature", verification.WrongSignature, hmac, "0 B"),
                Request("a request's authentication by `AddVkMiniApp`, with garbage", new AuthenticateBenchmarks().Garbage, hmac),
            ]);
    }

    public static Table WorstRefusal()
    {
        var ordinary = Row.Of("a launch of twelve parameters with a wrong signature", new VerificationBenchmarks().WrongSignature);
        var worst = new WorstRefusalBenchmarks();
        Row[] rows = [.. worst.Names.Select(name => Row.Of(name, () => worst.Refuse(name), ordinary, "≤ 20, 0 B"))];

        return new(
            "The worst refusals, against an ordinary one",
            [ordinary, .. rows],
            new Figure(
                "The worst refusal / an ordinary one",
                round => rows.MaxBy(row => row.Ratio.Median)!.Nanoseconds[round] / ordinary.Nanoseconds[round],
                "≤ 20"));
    }

    public static Table Threads()
    {
        var scaling = new ScalingBenchmarks();
        var check = new Row("`Check`, one thread", scaling.Check);
        var checks = new Row("`Check`, two threads", count => TwoThreads.Run(scaling.Check, count), check);
        var hmac = new Row("`HMACSHA256.HashData`, one thread", scaling.OneHmac);
        var hmacs = new Row("`HMACSHA256.HashData`, two threads", count => TwoThreads.Run(scaling.OneHmac, count), hmac);

        return new(
            "Two threads, against one",
            [check, checks, hmac, hmacs],
            Figure.Ratio("Work of two threads / of one, `Check`", check, checks, "≥ 1.85"),
            Figure.Ratio("Work of two threads / of one, `HMACSHA256.HashData`", hmac, hmacs));
    }

    // An application has one way to sign a user in. Beside other ways, and beside the answer "nobody", the framework's own code is compiled for
    // those, so that each comparison is a table.
    public static Table Request()
    {
        var schemes = Schemes();
        var byHand = Request("hand-written handler", schemes.ByHand);
        var vkMiniApp = Request("`AddVkMiniApp`", schemes.VkMiniApp, byHand);

        return new(
            "A request's authentication, against a hand-written handler",
            [
                byHand,
                vkMiniApp,
                Request("the same, one claim asked for", schemes.VkMiniAppOneClaim, byHand),
                Request("the same, all claims asked for", schemes.VkMiniAppAllClaims, byHand),
            ],
            Figure.RatioWithMemory("`AddVkMiniApp` / hand-written handler", vkMiniApp, byHand, "≤ 0.32, 4.9 KB"));
    }

    public static Table OtherSchemes()
    {
        var schemes = Schemes();
        var vkMiniApp = Request("`AddVkMiniApp`", schemes.VkMiniApp);
        var telegram = Request("`AddTelegramMiniApp`", schemes.TelegramMiniApp, vkMiniApp);
        var bearerToken = Request("`AddBearerToken` of the framework", schemes.BearerToken, vkMiniApp);
        var jwtBearer = Request("`AddJwtBearer` 10, HS256, the same claims", schemes.JwtBearer, vkMiniApp);

        return new(
            "A request's authentication, against other schemes",
            [vkMiniApp, telegram, bearerToken, jwtBearer],
            Figure.RatioWithMemory("`AddVkMiniApp` / `AddBearerToken`", vkMiniApp, bearerToken, "≤ 0.35"),
            Figure.RatioWithMemory("`AddVkMiniApp` / `AddJwtBearer`", vkMiniApp, jwtBearer, "≤ 0.5"),
            Figure.RatioWithMemory("`AddTelegramMiniApp` / `AddVkMiniApp`", telegram, vkMiniApp, "≤ 1.5"));
    }

    public static Table NoResult()
    {
        var schemes = Schemes();
        var nothing = Request("a handler that answers `NoResult`", schemes.Nothing);
        var vkMiniApp = Request("`AddVkMiniApp`", schemes.VkMiniApp, nothing);
        var hmac = Row.Of(Hmac, new VerificationBenchmarks().OneHmac, nothing);

        return new(
            "A request's authentication, against one that finds nobody",
            [nothing, vkMiniApp, hmac],
            new Figure(
                "`AddVkMiniApp` over `NoResult`, in HMACs",
                round => (vkMiniApp.Nanoseconds[round] - nothing.Nanoseconds[round]) / hmac.Nanoseconds[round],
                "≤ 1.9, 2.8 KB")
            {
                Memory = () => Markdown.Memory(vkMiniApp.Bytes - nothing.Bytes),
            });
    }

    private static AuthenticateBenchmarks Schemes()
    {
        var schemes = new AuthenticateBenchmarks();
        schemes.Setup();
        return schemes;
    }

    // Nothing in these schemes waits, so that the task is done when it is there, and the bytes are all this thread's.
    private static Row Request(string name, Func<Task<bool>> authenticate, Row? baseline = null) =>
        Row.Of(name, () => authenticate().GetAwaiter().GetResult(), baseline);
}
