using static VkMiniApp.Tests.SignatureCases;

namespace VkMiniApp.Tests;

/// <summary>
/// What holds whatever comes in, on thousands of inputs, right ones, damaged ones and garbage. The seeds are fixed, so a run repeats; a
/// failure names the input.
/// </summary>
public class CreatedHashPropertyTests
{
    [Fact]
    public void Verdict_on_a_hash_is_the_one_that_can_be_read_here()
    {
        var generator = new CaseGenerator(seed: 12);
        var verifier = BridgeExample.HashVerifier();

        AssertEvery<VkCreatedHashFailure>(8_000, () =>
        {
            var (kind, requestId) = (NextKind(generator), NextValue(generator));
            var ts = generator.Next(20) == 0 ? generator.Pick([-1, long.MinValue, long.MaxValue]) : Example.Now + generator.Next(500) - 400;
            var sign = NextSign(generator, BridgeExample.Hash(ts, IsText(requestId) ? requestId ?? "" : ""));
            var expected = Expected(kind, requestId, ts, sign);
            AssertVerdict(expected, () => BridgeExample.HashVerdict(Launches[kind], requestId, ts, sign, verifier), (kind, requestId, ts, sign));
            return expected;
        });
    }

    internal static VkCreatedHashFailure Expected(string kind, string? requestId, long ts, string? sign, bool allowEmpty = false) =>
        kind is "none" or "unverified" ? VkCreatedHashFailure.UnverifiedLaunch
        : kind == "ok" ? VkCreatedHashFailure.OdnoklassnikiNotSupported
        : kind == "other app" ? VkCreatedHashFailure.UnknownApp
        : string.IsNullOrEmpty(sign) ? VkCreatedHashFailure.MissingParameter
        : ts < 0 || ReferenceSignature.Rfc1738(requestId ?? "").Length > 8192 || !IsText(requestId) ? VkCreatedHashFailure.Malformed
        : string.IsNullOrEmpty(requestId) ? allowEmpty ? ExpectedOfEmpty(ts, sign) : VkCreatedHashFailure.UnsettledRequestId
        : requestId.Contains('~', StringComparison.Ordinal) ? VkCreatedHashFailure.UnsettledRequestId
        : sign != BridgeExample.Hash(ts, requestId) ? VkCreatedHashFailure.InvalidSignature
        : ExpectedOfTime(ts);

    private static VkCreatedHashFailure ExpectedOfEmpty(long ts, string sign) =>
        sign == BridgeExample.Hash(ts, "") || sign == BridgeExample.Hash(ts, requestId: null) ? ExpectedOfTime(ts) : VkCreatedHashFailure.InvalidSignature;

    private static VkCreatedHashFailure ExpectedOfTime(long ts) =>
        Example.Now - ts > 300 ? VkCreatedHashFailure.Expired
        : ts - Example.Now > 60 ? VkCreatedHashFailure.NotYetValid
        : VkCreatedHashFailure.None;
}
