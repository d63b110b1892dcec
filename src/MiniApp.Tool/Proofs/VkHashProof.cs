using MiniApp.Tool.Platforms;
using VkMiniApp;
using VkMiniApp.AspNetCore;

namespace MiniApp.Tool.Proofs;

/// <summary>What the bridge's <c>VKWebAppCreateHash</c> gives a page.</summary>
internal sealed class VkHashProof() : VkProof(
    ProofKind.Hash,
    "a request's hash, by VKWebAppCreateHash",
    new TokenFormat([SignField, Ts], [AppId, Ts, UserId], [SignField], Fragment: null) { Signed = [AppId, RequestId, Ts, UserId] })
{
    private const string RequestId = "request_id";
    private const string Ts = "ts";

    public override ProofDelivery Delivery => ProofDelivery.Page;

    public override string LifetimeSetting => nameof(VkMiniAppOptions.CreatedHashLifetime);

    public override bool IsOfSignedInUser => true;

    public override bool IsLike(IReadOnlySet<string> names) => names.IsSupersetOf([SignField, Ts]);

    public override DateTimeOffset? ReadTime(ProofFields fields) =>
        fields.Number(Ts) is { } seconds ? UnixTime.ToDateTimeOffset(seconds) : null;

    public override TimeSpan? ReadLifetime(IScheme scheme) => ((VkMiniAppOptions)scheme.Options).CreatedHashLifetime;

    public override IEnumerable<string> FindUnsaid(ProofFields fields, ProofExpectation expected) =>
    [
        .. base.FindUnsaid(fields, expected),
        .. expected.RequestId is null && fields.Find(RequestId) is null ? [RequestIdOption] : (string[])[],
    ];

    protected override Verdict Verify(ProofFields fields, ProofExpectation expected, ProofContext context)
    {
        if (fields.Find(Ts) is null)
        {
            return Refuse(VkCreatedHashFailure.MissingParameter);
        }

        if (fields.Number(Ts) is not { } ts || IsNoId(fields, AppId) || IsNoId(fields, UserId))
        {
            return Refuse(VkCreatedHashFailure.Malformed);
        }

        var launch = LaunchOf(fields, expected.UserId ?? ReadUserId(fields) ?? 0, context);
        var result = OptionsOf(context).CreatedHashVerifier.Verify(
            launch, expected.RequestId ?? fields.Find(RequestId), ts, fields.Find(SignField));

        return result.Succeeded ? new Verdict(null, result.CreatedHash.UserId, result.CreatedHash.AppId) : Refuse(result.Failure);
    }

    public override SignedProof Sign(ProofDescriptor descriptor, ProofContext context)
    {
        var (appId, secret) = SigningKey(context);
        var (requestId, ts) = (descriptor.RequestId!, context.SecondsAgo(descriptor.Age));

        return SignedProof.Of(
            [SignedProof.Field(AppId, appId), SignedProof.Field(RequestId, requestId), SignedProof.Field(UserId, descriptor.UserId)],
            SignedProof.Field(SignField, new VkCreatedHashSigner(appId, secret).Sign(descriptor.UserId, requestId, ts)),
            SignedProof.Field(Ts, ts));
    }

    private static Verdict Refuse(VkCreatedHashFailure failure) => new(VkHashRefusals.Of(failure));
}
