using System.CommandLine;
using MiniApp.Tool.Keys;
using MiniApp.Tool.Platforms;
using MiniApp.Tool.Proofs;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Commands;

/// <summary>Signs what is no launch as the platform would.</summary>
internal abstract class SignProofCommand : ExampleCommand
{
    private readonly Option<SignedForm> _form;
    private readonly AddressOption _address = new("The address of the endpoint.");
    private readonly KeyOptions _keys = new();

    /// <param name="name">The command's name.</param>
    /// <param name="description">What it signs.</param>
    /// <param name="forms">The forms that it can print.</param>
    /// <param name="examples">Command lines.</param>
    protected SignProofCommand(string name, string description, SignedForm[] forms, params string[] examples)
        : base(name, description, examples)
    {
        _form = TypedOption.Form(forms);
        HasRequest = forms.Contains(SignedForm.Curl);
    }

    private bool HasRequest { get; }

    /// <summary>Adds the command's own options, and those that all of them have.</summary>
    protected void AddOptions(ToolEnvironment environment, params Option[] options)
    {
        foreach (var option in options)
        {
            Add(option);
        }

        Add(_form);
        if (HasRequest)
        {
            _address.AddTo(this);
        }

        _keys.AddTo(this, isJudging: false);
        SetAction(arguments => Run(arguments, environment));
    }

    /// <summary>What is signed.</summary>
    /// <exception cref="UsageException">The options do not fit together.</exception>
    protected abstract Proof FindProof(ParseResult arguments);

    /// <summary>What it says.</summary>
    /// <exception cref="UsageException">The options do not fit together.</exception>
    protected abstract ProofDescriptor Read(ParseResult arguments, Proof proof);

    private int Run(ParseResult arguments, ToolEnvironment environment)
    {
        var proof = FindProof(arguments);
        var platform = proof.Platform;
        var descriptor = Read(arguments, proof);
        var settings = _keys.CreateFinder(arguments, environment)(platform);
        MissingCredentials.ThrowIfCannotSign(settings, platform);

        var context = new ProofContext(platform.Open(settings, environment), settings, environment.Clock);
        var signed = proof.Sign(descriptor, context);
        environment.Output.WriteLine(arguments.GetValue(_form) switch
        {
            SignedForm.Json => signed.Json,
            SignedForm.Url => ToAddress(arguments, signed).AbsoluteUri,
            SignedForm.Curl => CreateRequest(arguments, proof, descriptor, context, signed).ToCurl(),
            SignedForm.Http => CreateRequest(arguments, proof, descriptor, context, signed).ToHttp(),
            _ => signed.Query,
        });
        return ExitCode.Good;
    }

    private SampleRequest CreateRequest(
        ParseResult arguments, Proof proof, ProofDescriptor descriptor, ProofContext context, SignedProof signed) => proof.Delivery switch
        {
            ProofDelivery.Address => new SampleRequest(ToAddress(arguments, signed)),
            ProofDelivery.Form => new SampleRequest(_address.Read(arguments))
            {
                ContentType = "application/x-www-form-urlencoded",
                Body = signed.Query,
            },
            _ => new SampleRequest(_address.Read(arguments))
            {
                Authorization = proof.Platform.ToCredentials(context.Scheme, context.Scheme.Sign(new LaunchDescriptor(descriptor.UserId))),
                ContentType = "application/json",
                Body = signed.Json,
            },
        };

    /// <summary>The address with the query at its end.</summary>
    private Uri ToAddress(ParseResult arguments, SignedProof signed)
    {
        var address = _address.Read(arguments);
        return new UriBuilder(address) { Query = address.Query.Length > 1 ? $"{address.Query}&{signed.Query}" : signed.Query }.Uri;
    }
}
