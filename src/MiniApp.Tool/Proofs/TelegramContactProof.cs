using System.Text.Json;
using MiniApp.Tool.Platforms;
using TelegramMiniApp;
using TelegramMiniApp.AspNetCore;

namespace MiniApp.Tool.Proofs;

/// <summary>The response that <c>Telegram.WebApp.requestContact</c> gives a page.</summary>
internal sealed class TelegramContactProof() : TelegramProof(
    ProofKind.Contact,
    "a contact, by Telegram.WebApp.requestContact",
    AuthDate)
{
    private const string Contact = "contact";

    public override ProofDelivery Delivery => ProofDelivery.Page;

    public override string LifetimeSetting => nameof(TelegramMiniAppOptions.ContactLifetime);

    public override bool IsOfSignedInUser => true;

    public override bool IsLike(IReadOnlySet<string> names) =>
        names.Contains(Contact) && names.Overlaps([AuthDate, Hash]) && !names.Contains(TelegramInitDataFieldNames.User);

    public override long? ReadUserId(ProofFields fields)
    {
        try
        {
            using var json = JsonDocument.Parse(fields.Find(Contact) ?? "");
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("user_id", out var id)
                && id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out var number) && number > 0 ? number : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The latter is of a name with half a character in it (\ud800), which can't be compared with any.
            return null;
        }
    }

    public override TimeSpan? ReadLifetime(IScheme scheme) => OptionsOf(scheme).ContactLifetime;

    /// <summary>It says itself whose it is, and a verifier compares that last.</summary>
    public override IEnumerable<string> FindUnsaid(ProofFields fields, ProofExpectation expected) => [];

    protected override Verdict Verify(ProofFields fields, ProofExpectation expected, ProofContext context)
    {
        var verifier = OptionsOf(context.Scheme).ContactVerifier;
        var result = verifier.Verify(fields.Text, expected.UserId ?? ReadUserId(fields) ?? 1);

        return result.Succeeded
            ? new Verdict(null, result.Contact.UserId, result.BotId)
            : new Verdict(TelegramContactRefusals.Of(result.Failure));
    }

    public override SignedProof Sign(ProofDescriptor descriptor, ProofContext context)
    {
        var contact = new TelegramContact
        {
            UserId = descriptor.UserId,
            PhoneNumber = descriptor.Phone,
            FirstName = descriptor.FirstName ?? "Test",
            LastName = descriptor.LastName,
        };
        var response = new TelegramContactSigner(TelegramKeys.Choose(context.Settings))
            .Sign(contact, DateTimeOffset.FromUnixTimeSeconds(context.SecondsAgo(descriptor.Age)));

        return new SignedProof(response, SignedProof.ToJson([SignedProof.Field("response", response)]));
    }
}
