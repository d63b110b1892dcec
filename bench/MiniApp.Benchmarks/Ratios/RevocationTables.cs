namespace VkMiniApp.Benchmarks;

/// <summary>What is measured of the revocations.</summary>
internal static class RevocationTables
{
    private const string Aim = "≤ 0.1, 0 B";

    public static Table Check()
    {
        var revocations = new RevocationBenchmarks();
        var verification = Row.Of("`Verify`, base64 of the address", revocations.Verify);

        return new(
            "A look at the revocations, against a verification",
            [
                verification,
                Row.Of("nothing is revoked", revocations.None, verification, Aim),
                Row.Of("1,000 other users are blocked", revocations.Thousand, verification, Aim),
                Row.Of("100,000 other users are blocked", revocations.HundredThousand, verification, Aim),
                Row.Of("100,000 other users are blocked, and another app was revoked", revocations.Wide, verification, Aim),
            ]);
    }
}
