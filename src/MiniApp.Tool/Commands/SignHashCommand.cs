using System.CommandLine;
using MiniApp.Tool.Platforms;
using MiniApp.Tool.Proofs;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Commands;

/// <summary>Signs a request's hash.</summary>
internal sealed class SignHashCommand : SignProofCommand
{
    private readonly Option<long?> _userId = TypedOption.Number(Proof.UserIdOption, "The id of the user who asks for the request.", smallest: 1);
    private readonly Option<string?> _requestId = TypedOption.RequestId("What the request is about: the page's payload.");
    private readonly Option<TimeSpan?> _age = TypedOption.Age();

    public SignHashCommand(ToolEnvironment environment)
        : base(
            "hash",
            "Sign a request's hash, as VK does by VKWebAppCreateHash.",
            [SignedForm.Query, SignedForm.Json, SignedForm.Curl, SignedForm.Http],
            "mini-app sign hash --user-id 42 --request-id order-17",
            "mini-app sign hash --user-id 42 --request-id order-17 --age 00:05:01 --as json",
            "mini-app sign hash --user-id 42 --request-id order-17 --as curl --url http://localhost:5000/orders/17/confirm")
    {
        _userId.Required = _requestId.Required = true;
        AddOptions(environment, _userId, _requestId, _age);
    }

    protected override Proof FindProof(ParseResult arguments) => AllProofs.Find(ProofKind.Hash, AllPlatforms.Vk).Single();

    protected override ProofDescriptor Read(ParseResult arguments, Proof proof) => new()
    {
        UserId = arguments.GetValue(_userId)!.Value,
        RequestId = arguments.GetValue(_requestId),
        Age = arguments.GetValue(_age) ?? TimeSpan.Zero,
    };
}
