using System.CommandLine;
using MiniApp.Tool.Platforms;
using MiniApp.Tool.Proofs;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Commands;

/// <summary>Signs a user in as the Login Widget does.</summary>
internal sealed class SignWidgetCommand : SignProofCommand
{
    private readonly Option<long?> _userId = TypedOption.Number(Proof.UserIdOption, "The id of the user who signs in.", smallest: 1);
    private readonly Option<string?> _firstName = TypedOption.Text("--first-name", "The user's first name. [default: Test]", "name");
    private readonly Option<string?> _lastName = TypedOption.Text("--last-name", "The user's last name.", "name");
    private readonly Option<string?> _username = TypedOption.Text("--username", "The user's username.", "name");
    private readonly Option<TimeSpan?> _age = TypedOption.Age();

    public SignWidgetCommand(ToolEnvironment environment)
        : base(
            "widget",
            "Sign a user in as Telegram's Login Widget does on a web site.",
            [SignedForm.Query, SignedForm.Json, SignedForm.Url, SignedForm.Curl, SignedForm.Http],
            "mini-app sign widget --user-id 42",
            "mini-app sign widget --user-id 42 --first-name Anna --username anna --as json",
            "mini-app sign widget --user-id 42 --as url --url http://localhost:5000/signin-telegram")
    {
        _userId.Required = true;
        AddOptions(environment, _userId, _firstName, _lastName, _username, _age);
    }

    protected override Proof FindProof(ParseResult arguments) => AllProofs.Find(ProofKind.Widget, AllPlatforms.Telegram).Single();

    protected override ProofDescriptor Read(ParseResult arguments, Proof proof) => new()
    {
        UserId = arguments.GetValue(_userId)!.Value,
        FirstName = arguments.GetValue(_firstName),
        LastName = arguments.GetValue(_lastName),
        Username = arguments.GetValue(_username),
        Age = arguments.GetValue(_age) ?? TimeSpan.Zero,
    };
}
