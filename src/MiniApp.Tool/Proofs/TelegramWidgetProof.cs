using MiniApp.Tool.Platforms;
using TelegramMiniApp;
using TelegramMiniApp.AspNetCore;

namespace MiniApp.Tool.Proofs;

/// <summary>The query by which Telegram's Login Widget signs a user in on a web site.</summary>
internal sealed class TelegramWidgetProof() : TelegramProof(
    ProofKind.Widget,
    "a sign-in by Telegram's Login Widget",
    AuthDate, Id)
{
    private const string Id = "id";

    public override ProofDelivery Delivery => ProofDelivery.Address;

    public override string LifetimeSetting => nameof(TelegramMiniAppOptions.LoginWidgetLifetime);

    public override bool IsQueryOfObject => true;

    public override bool IsLike(IReadOnlySet<string> names) =>
        names.IsSupersetOf([Id, AuthDate]) && !names.Contains(TelegramInitDataFieldNames.User);

    public override long? ReadUserId(ProofFields fields) => fields.Number(Id) is > 0 and var id ? id : null;

    public override TimeSpan? ReadLifetime(IScheme scheme) => OptionsOf(scheme).LoginWidgetLifetime;

    public override string DescribeUser(long? userId) => userId is { } id ? $"user {id}, who signs in by it" : "nobody: it names no user";

    protected override Verdict Verify(ProofFields fields, ProofExpectation expected, ProofContext context)
    {
        var result = OptionsOf(context.Scheme).LoginWidgetVerifier.Verify(fields.Text);

        return result.Succeeded
            ? new Verdict(null, result.User.Id, result.BotId)
            : new Verdict(TelegramWidgetRefusals.Of(result.Failure));
    }

    public override SignedProof Sign(ProofDescriptor descriptor, ProofContext context)
    {
        var user = new TelegramUser
        {
            Id = descriptor.UserId,
            FirstName = descriptor.FirstName ?? "Test",
            LastName = descriptor.LastName,
            Username = descriptor.Username,
        };
        var query = new TelegramLoginWidgetSigner(TelegramKeys.Choose(context.Settings))
            .Sign(user, DateTimeOffset.FromUnixTimeSeconds(context.SecondsAgo(descriptor.Age)));

        return new SignedProof(query, SignedProof.ToJson(query.Split('&').Select(ReadField)));
    }

    /// <summary>A field of the object that a page with <c>data-onauth</c> gets.</summary>
    private static KeyValuePair<string, object> ReadField(string part)
    {
        var equals = part.IndexOf('=', StringComparison.Ordinal);
        var (name, value) = (part[..equals], Uri.UnescapeDataString(part[(equals + 1)..]));

        return SignedProof.Field(name, name is Id or AuthDate && DecimalDigits.TryRead<char>(value, out var number) ? number : value);
    }
}
