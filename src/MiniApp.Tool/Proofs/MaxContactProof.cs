using MaxMiniApp;
using MaxMiniApp.AspNetCore;
using MiniApp.Tool.Platforms;

namespace MiniApp.Tool.Proofs;

/// <summary>What the bridge's <c>requestContact()</c> gives a page of MAX.</summary>
internal sealed class MaxContactProof() : MaxProof(
    ProofKind.Contact,
    "a phone number, by the bridge's requestContact()",
    new TokenFormat([Hash, AuthDate, Phone], [AuthDate, UserId], [Hash], Fragment: null) { Signed = [AuthDate, Phone, UserId] })
{
    private const string AuthDate = "authDate";
    private const string Phone = "phone";
    private const string UserId = "userId";

    public override ProofDelivery Delivery => ProofDelivery.Page;

    public override string LifetimeSetting => nameof(MaxMiniAppOptions.ContactLifetime);

    public override bool IsOfSignedInUser => true;

    public override bool IsLike(IReadOnlySet<string> names) => names.Contains(Phone) && names.Overlaps([Hash, AuthDate]);

    public override long? ReadUserId(ProofFields fields) => fields.Number(UserId) is > 0 and var id ? id : null;

    public override DateTimeOffset? ReadTime(ProofFields fields) =>
        fields.Number(AuthDate) is { } time ? UnixTime.ToDateTimeOffset(UnixTime.ToSeconds(time)) : null;

    public override TimeSpan? ReadLifetime(IScheme scheme) => OptionsOf(scheme).ContactLifetime;

    protected override Verdict Verify(ProofFields fields, ProofExpectation expected, ProofContext context)
    {
        if (fields.Find(AuthDate) is null)
        {
            return Refuse(MaxContactFailure.MissingParameter);
        }

        if (fields.Number(AuthDate) is not { } authDate || (fields.Find(UserId) is not null && ReadUserId(fields) is null))
        {
            return Refuse(MaxContactFailure.Malformed);
        }

        var userId = expected.UserId ?? ReadUserId(fields) ?? 0;
        var result = OptionsOf(context.Scheme).ContactVerifier.Verify(fields.Find(Phone), authDate, fields.Find(Hash), userId);

        return result.Succeeded ? new Verdict(null, userId) : Refuse(result.Failure);
    }

    public override SignedProof Sign(ProofDescriptor descriptor, ProofContext context)
    {
        var authDate = context.SecondsAgo(descriptor.Age);

        return SignedProof.Of(
            [SignedProof.Field(UserId, descriptor.UserId)],
            SignedProof.Field(Phone, descriptor.Phone!),
            SignedProof.Field(AuthDate, authDate),
            SignedProof.Field(Hash, CreateSigner(context).Sign(descriptor.Phone!, authDate, descriptor.UserId)));
    }

    private static Verdict Refuse(MaxContactFailure failure) => new(MaxContactRefusals.Of(failure));
}
