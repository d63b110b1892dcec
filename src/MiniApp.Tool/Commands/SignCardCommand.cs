using System.CommandLine;
using MiniApp.Tool.Platforms;
using MiniApp.Tool.Proofs;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Commands;

/// <summary>Signs the card of a contact that a bot gets in a message.</summary>
internal sealed class SignCardCommand : SignProofCommand
{
    private readonly Option<string?> _phone = TypedOption.Phone("The phone number on the card.");
    private readonly Option<string?> _firstName = TypedOption.Text("--first-name", "The name on the card. [default: Test]", "name");

    public SignCardCommand(ToolEnvironment environment)
        : base(
            "card",
            "Sign the card of a contact that a bot of MAX gets by a button request_contact. MAX signs neither a user nor a time with it.",
            [SignedForm.Query, SignedForm.Json],
            "mini-app sign card --phone 79990000000",
            "mini-app sign card --phone 79990000000 --first-name Anna --as json",
            "mini-app sign card --phone 79990000000 | mini-app inspect")
    {
        _phone.Required = true;
        AddOptions(environment, _phone, _firstName);
    }

    protected override Proof FindProof(ParseResult arguments) => AllProofs.Find(ProofKind.Card, AllPlatforms.Max).Single();

    protected override ProofDescriptor Read(ParseResult arguments, Proof proof) => new()
    {
        Phone = arguments.GetValue(_phone),
        FirstName = arguments.GetValue(_firstName),
    };
}
