using System.Buffers.Text;
using System.CommandLine;
using System.Text;
using MiniApp.Tool.Keys;
using MiniApp.Tool.Platforms;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Commands;

/// <summary>Signs a launch as the platform would: for development, before there is a mini app.</summary>
internal sealed class SignCommand : ExampleCommand
{
    private static readonly Uri DefaultAddress = new("http://localhost:5000/");

    private readonly Option<IPlatform?> _platform = TypedOption.Platform("[default: vk]");
    private readonly Option<LaunchForm> _form = TypedOption.Form("--as", "What to print. [default: query]");
    private readonly Option<Uri?> _address = TypedOption.Address(
        "--url", $"The address of the page for url, of the endpoint for curl. [default: {DefaultAddress}]");
    private readonly SignOptions _launch = new();
    private readonly KeyOptions _keys = new();

    public SignCommand(ToolEnvironment environment)
        : base(
            "sign",
            "Sign a launch as the platform would, for development and tests.",
            "mini-app sign --app-id 6736218 --user-id 42",
            "mini-app sign --user-id 42 --group-id 1 --role admin --project src/Backend --as curl --url http://localhost:5000/me",
            "mini-app sign --user-id 42 --age 01:00:01 --param vk_ref=story",
            "mini-app sign --platform telegram --user-id 42 --param start_param=invite --as token")
    {
        _launch.AddTo(this);
        Add(_platform);
        Add(_keys.AppId);
        Add(_form);
        Add(_address);
        _keys.AddPlacesTo(this);
        SetAction(arguments => Run(arguments, environment));
    }

    private int Run(ParseResult arguments, ToolEnvironment environment)
    {
        var platform = arguments.GetValue(_platform) ?? AllPlatforms.Default;
        var launch = _launch.Read(arguments, platform);
        var credentials = _keys.CreateFinder(arguments, environment).Find(platform, _keys.ReadId(arguments, platform));
        MissingCredentials.ThrowIfCannotSign(credentials, platform);

        var query = platform.Sign(launch, credentials, environment.Clock);
        environment.Output.WriteLine(Write(query, arguments.GetValue(_form), arguments.GetValue(_address) ?? DefaultAddress, platform));
        return ExitCode.Good;
    }

    private static string Write(string query, LaunchForm form, Uri address, IPlatform platform) => form switch
    {
        LaunchForm.Token => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(query)),
        LaunchForm.Url => platform.ToPageAddress(address, query).AbsoluteUri,
        LaunchForm.Curl => $"curl -H \"Authorization: {platform.ToAuthorization(query)}\" \"{ForShells(address)}\"",
        _ => query,
    };

    /// <summary>Escapes what a shell would interpret between double quotes. What else it might, an address never contains.</summary>
    private static string ForShells(Uri address) => address.AbsoluteUri
        .Replace("$", "%24", StringComparison.Ordinal)
        .Replace("!", "%21", StringComparison.Ordinal);
}
