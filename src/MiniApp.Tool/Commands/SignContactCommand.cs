using System.CommandLine;
using MiniApp.Tool.Platforms;
using MiniApp.Tool.Proofs;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Commands;

/// <summary>Signs a contact that a page gets of its user.</summary>
internal sealed class SignContactCommand : SignProofCommand
{
    private readonly Option<IPlatform?> _platform = TypedOption.Platform(ProofKind.Contact, "[default: vk]");
    private readonly Option<long?> _userId = TypedOption.Number(Proof.UserIdOption, "The id of the user whose contact it is.", smallest: 1);
    private readonly Option<string?> _phone = TypedOption.Phone("The phone number, as the platform writes it.");
    private readonly Option<string?> _email = TypedOption.Text("--email", "The e-mail address, instead of a phone number. VK only.", "address");
    private readonly Option<string?> _firstName = TypedOption.Text("--first-name", "The first name. Telegram only. [default: Test]", "name");
    private readonly Option<string?> _lastName = TypedOption.Text("--last-name", "The last name. Telegram only.", "name");
    private readonly Option<TimeSpan?> _age = TypedOption.Age();

    public SignContactCommand(ToolEnvironment environment)
        : base(
            "contact",
            "Sign a contact that a page gets of its user. VK signs no time with it.",
            [SignedForm.Query, SignedForm.Json, SignedForm.Curl, SignedForm.Http],
            "mini-app sign contact --user-id 42 --phone 79990000000",
            "mini-app sign contact --user-id 42 --email anna@example.com --as json",
            "mini-app sign contact --platform telegram --user-id 42 --phone +79990000000",
            "mini-app sign contact --platform max --user-id 42 --phone 79990000000 --as curl --url http://localhost:5000/me/phone")
    {
        _userId.Required = true;
        AddOptions(environment, _platform, _userId, _phone, _email, _firstName, _lastName, _age);
        Validators.Add(result =>
        {
            if (result.GetResult(_phone) is null == result.GetResult(_email) is null)
            {
                result.AddError("One of --phone and --email is required, and not both.");
            }
        });
    }

    protected override Proof FindProof(ParseResult arguments) =>
        AllProofs.Find(ProofKind.Contact, arguments.GetValue(_platform) ?? AllPlatforms.Default).Single();

    protected override ProofDescriptor Read(ParseResult arguments, Proof proof)
    {
        var ofOthers = proof.Platform == AllPlatforms.Vk ? new Option[] { _firstName, _lastName, _age }
            : proof.Platform == AllPlatforms.Telegram ? [_email]
            : [_email, _firstName, _lastName];
        foreach (var option in ofOthers.Where(option => arguments.GetResult(option) is not null))
        {
            throw UsageErrors.OfAnotherPlatform(option, proof.Platform);
        }

        return new ProofDescriptor
        {
            UserId = arguments.GetValue(_userId)!.Value,
            Phone = arguments.GetValue(_phone),
            Email = arguments.GetValue(_email),
            FirstName = arguments.GetValue(_firstName),
            LastName = arguments.GetValue(_lastName),
            Age = arguments.GetValue(_age) ?? TimeSpan.Zero,
        };
    }
}
