using static VkMiniApp.Tests.SignatureCases;

namespace VkMiniApp.Tests;

/// <summary>
/// What holds whatever comes in, on thousands of inputs, right ones, damaged ones and garbage. The seeds are fixed, so a run repeats; a
/// failure names the input.
/// </summary>
public class ContactPropertyTests
{
    [Fact]
    public void Verdict_on_a_contact_is_the_one_that_can_be_read_here()
    {
        var generator = new CaseGenerator(seed: 13);
        var verifier = new VkContactVerifier(Example.AppId, Example.Secret);

        AssertEvery<VkContactFailure>(8_000, () =>
        {
            var (kind, value) = (NextKind(generator), NextValue(generator));
            var sign = NextSign(generator, ReferenceOtherSignatures.Contact("51000001", Example.Secret, "494075", "email", value ?? ""));
            var expected = Expected(kind, value, sign);
            AssertVerdict(expected, () => verifier.VerifyEmail(Launches[kind], value, sign).Failure, (kind, value, sign));
            AssertVerdict(
                expected == VkContactFailure.None ? VkContactFailure.InvalidSignature : expected,
                () => verifier.VerifyPhoneNumber(Launches[kind], value, sign).Failure,
                (kind, value, sign));
            return expected;
        });
    }

    internal static VkContactFailure Expected(string kind, string? value, string? sign) =>
        kind is "none" or "unverified" ? VkContactFailure.UnverifiedLaunch
        : kind == "ok" ? VkContactFailure.OdnoklassnikiNotSupported
        : kind == "other app" ? VkContactFailure.UnknownApp
        : string.IsNullOrEmpty(value) || string.IsNullOrEmpty(sign) ? VkContactFailure.MissingParameter
        : value.Length > VkContactVerifier.MaxValueLength || !IsText(value) ? VkContactFailure.Malformed
        : sign != ReferenceOtherSignatures.Contact("51000001", Example.Secret, "494075", "email", value) ? VkContactFailure.InvalidSignature
        : VkContactFailure.None;
}
