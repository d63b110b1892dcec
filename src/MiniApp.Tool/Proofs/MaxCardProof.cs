using MiniApp.Tool.Platforms;

namespace MiniApp.Tool.Proofs;

/// <summary>The contact that a bot of MAX gets in a message, by a button of the type <c>request_contact</c>.</summary>
internal sealed class MaxCardProof() : MaxProof(
    ProofKind.Card,
    "a contact's card, by the bot's button request_contact",
    new TokenFormat([Hash, VcfInfo], [], [Hash], Fragment: null) { Signed = [VcfInfo] })
{
    private const string VcfInfo = "vcf_info";

    public override ProofDelivery Delivery => ProofDelivery.Message;

    public override bool IsLike(IReadOnlySet<string> names) => names.Contains(VcfInfo);

    public override long? ReadUserId(ProofFields fields) => null;

    public override string DescribeUser(long? userId) => "nobody: whose card it is says the message alone, which has to come from MAX";

    protected override Verdict Verify(ProofFields fields, ProofExpectation expected, ProofContext context)
    {
        var result = OptionsOf(context.Scheme).ContactVerifier.VerifyCard(fields.Find(VcfInfo), fields.Find(Hash));
        return result.Succeeded ? new Verdict(null) : new Verdict(MaxContactRefusals.Of(result.Failure));
    }

    public override SignedProof Sign(ProofDescriptor descriptor, ProofContext context)
    {
        var card = $"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{descriptor.FirstName ?? "Test"}\r\nTEL;TYPE=cell:{descriptor.Phone}\r\nEND:VCARD\r\n";

        return SignedProof.Of([], SignedProof.Field(VcfInfo, card), SignedProof.Field(Hash, CreateSigner(context).SignCard(card)));
    }
}
