using System.Buffers.Text;
using System.CommandLine;
using System.Text;
using MiniApp.Tool.Keys;
using MiniApp.Tool.Platforms;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Commands;

/// <summary>Signs a launch as the platform would: for development, before there is a mini app. What else is signed, its own commands do.</summary>
internal sealed class SignCommand : ExampleCommand
{
    private readonly Option<IPlatform?> _platform = TypedOption.Platform("[default: vk]");
    private readonly Option<SignedForm> _form =
        TypedOption.Form(SignedForm.Query, SignedForm.Token, SignedForm.Url, SignedForm.Curl, SignedForm.Http, SignedForm.Env);
    private readonly AddressOption _address = new("The address of the page for url, of the endpoint for curl and http.");
    private readonly SignOptions _launch = new();
    private readonly EnvironmentOptions _file = new();
    private readonly KeyOptions _keys = new();

    public SignCommand(ToolEnvironment environment)
        : base(
            "sign",
            "Sign a launch as the platform would, or what else it signs, for development and tests.",
            "mini-app sign --app-id 6736218 --user-id 42",
            "mini-app sign --user-id 42 --group-id 1 --role admin --project src/Backend --as curl --url http://localhost:5000/me",
            "mini-app sign --user-id 42 --age 01:00:01 --param vk_ref=story",
            "mini-app sign --user-id 42 --as env --output http-client.env.json.user",
            "mini-app sign contact --platform telegram --user-id 42 --phone +79990000000")
    {
        Add(new SignHashCommand(environment));
        Add(new SignContactCommand(environment));
        Add(new SignCardCommand(environment));
        Add(new SignPaymentCommand(environment));
        Add(new SignWidgetCommand(environment));
        _launch.AddTo(this);
        Add(_platform);
        Add(_form);
        _address.AddTo(this);
        _file.AddTo(this);
        _keys.AddTo(this, isJudging: false);
        SetAction(arguments => Run(arguments, environment));
    }

    private int Run(ParseResult arguments, ToolEnvironment environment)
    {
        var form = arguments.GetValue(_form);
        if (form != SignedForm.Env)
        {
            _file.ThrowIfGiven(arguments);
        }

        var platform = arguments.GetValue(_platform) ?? AllPlatforms.Default;
        var launch = _launch.Read(arguments, platform);
        var settings = _keys.CreateFinder(arguments, environment)(platform);
        MissingCredentials.ThrowIfCannotSign(settings, platform);

        var scheme = platform.Open(settings, environment);
        var query = scheme.Sign(launch);
        var address = _address.Read(arguments);
        var credentials = platform.ToCredentials(scheme, query);
        var request = new SampleRequest(address) { Authorization = credentials };
        environment.Output.WriteLine(form switch
        {
            SignedForm.Token => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(query)),
            SignedForm.Url => platform.ToPageAddress(address, query).AbsoluteUri,
            SignedForm.Curl => request.ToCurl(),
            SignedForm.Http => request.ToHttp(),
            SignedForm.Env => _file.Write(arguments, platform.Name, credentials, environment),
            _ => query,
        });
        return ExitCode.Good;
    }
}
