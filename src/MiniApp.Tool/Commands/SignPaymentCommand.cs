using System.CommandLine;
using MiniApp.Tool.Platforms;
using MiniApp.Tool.Proofs;
using MiniApp.Tool.Terminal;
using VkMiniApp;

namespace MiniApp.Tool.Commands;

/// <summary>Signs the news of a payment.</summary>
internal sealed class SignPaymentCommand : SignProofCommand
{
    private readonly Option<long?> _userId = TypedOption.Number(Proof.UserIdOption, "The id of the user whose order it is.", smallest: 1);
    private readonly Option<string?> _type = TypedOption.Text(
        "--type", "What the notification is about, such as get_item_test. [default: order_status_change]", "name");
    private readonly Option<TimeSpan?> _age = TypedOption.Age();
    private readonly ParameterOption _parameters = new("Any other parameter, or another value for one of these. Can be repeated.", "order_id=17");

    public SignPaymentCommand(ToolEnvironment environment)
        : base(
            "payment",
            "Sign a payment notification, as VK's server posts it. VK signs no time with it, but for the parameter date.",
            [SignedForm.Query, SignedForm.Curl, SignedForm.Http],
            "mini-app sign payment --user-id 42 --param order_id=17 --param item_price=5",
            "mini-app sign payment --type get_item_test --user-id 42 --param item=coins",
            "mini-app sign payment --user-id 42 --param order_id=17 --as curl --url http://localhost:5000/vk/payments")
    {
        _userId.Required = true;
        AddOptions(environment, _userId, _type, _age);
        _parameters.AddTo(this);
    }

    protected override Proof FindProof(ParseResult arguments) => AllProofs.Find(ProofKind.Payment, AllPlatforms.Vk).Single();

    protected override ProofDescriptor Read(ParseResult arguments, Proof proof)
    {
        var parameters = _parameters.Read(arguments);
        return parameters.All(parameter => IsName(parameter.Key) && WellFormedText.Is(parameter.Value))
            ? new ProofDescriptor
            {
                UserId = arguments.GetValue(_userId)!.Value,
                NotificationType = arguments.GetValue(_type),
                Age = arguments.GetValue(_age) ?? TimeSpan.Zero,
                Parameters = parameters,
            }
            : throw new UsageException(
                "VK's parameters are text, and their names of letters, digits and underscores; sig is what signing adds.",
                "Sign, and change the result by hand.");
    }

    private static bool IsName(string name) =>
        name is not "sig" && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');
}
