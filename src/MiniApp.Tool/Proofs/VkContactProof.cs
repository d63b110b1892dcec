using MiniApp.Tool.Platforms;
using VkMiniApp;

namespace MiniApp.Tool.Proofs;

/// <summary>What the bridge's <c>VKWebAppGetPhoneNumber</c> and <c>VKWebAppGetEmail</c> give a page.</summary>
internal sealed class VkContactProof() : VkProof(
    ProofKind.Contact,
    "a phone number or an e-mail address, by VKWebAppGetPhoneNumber or VKWebAppGetEmail",
    new TokenFormat([SignField], [AppId, UserId], [SignField], Fragment: null) { Signed = [AppId, UserId, PhoneNumber, Email] })
{
    private const string PhoneNumber = "phone_number";
    private const string Email = "email";

    public override ProofDelivery Delivery => ProofDelivery.Page;

    public override bool IsOfSignedInUser => true;

    public override bool IsLike(IReadOnlySet<string> names) => names.Contains(SignField) && names.Overlaps([PhoneNumber, Email]);

    protected override Verdict Verify(ProofFields fields, ProofExpectation expected, ProofContext context)
    {
        if (IsNoId(fields, AppId) || IsNoId(fields, UserId))
        {
            return new Verdict(VkContactRefusals.Of(VkContactFailure.Malformed));
        }

        var verifier = OptionsOf(context).ContactVerifier;
        var launch = LaunchOf(fields, expected.UserId ?? ReadUserId(fields) ?? 0, context);
        var result = fields.Find(PhoneNumber) is { } phone
            ? verifier.VerifyPhoneNumber(launch, phone, fields.Find(SignField))
            : verifier.VerifyEmail(launch, fields.Find(Email), fields.Find(SignField));

        return result.Succeeded
            ? new Verdict(null, launch!.UserId, launch.AppId)
            : new Verdict(VkContactRefusals.Of(result.Failure));
    }

    public override SignedProof Sign(ProofDescriptor descriptor, ProofContext context)
    {
        var (appId, secret) = SigningKey(context);
        var signer = new VkContactSigner(appId, secret);
        var (name, value, sign) = descriptor.Email is { } email
            ? (Email, email, signer.SignEmail(descriptor.UserId, email))
            : (PhoneNumber, descriptor.Phone!, signer.SignPhoneNumber(descriptor.UserId, descriptor.Phone!));

        return SignedProof.Of(
            [SignedProof.Field(AppId, appId), SignedProof.Field(UserId, descriptor.UserId)],
            SignedProof.Field(name, value),
            SignedProof.Field(SignField, sign));
    }
}
