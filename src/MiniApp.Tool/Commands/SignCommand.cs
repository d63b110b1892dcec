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
        Add(_form);
        Add(_address);
        _keys.AddTo(this, isJudging: false);
        SetAction(arguments => Run(arguments, environment));
    }

    private int Run(ParseResult arguments, ToolEnvironment environment)
    {
        var platform = arguments.GetValue(_platform) ?? AllPlatforms.Default;
        var launch = _launch.Read(arguments, platform);
        var settings = _keys.CreateFinder(arguments, environment)(platform);
        MissingCredentials.ThrowIfCannotSign(settings, platform);

        var scheme = platform.Open(settings, environment);
        var query = scheme.Sign(launch);
        environment.Output.WriteLine(arguments.GetValue(_form) switch
        {
            LaunchForm.Token => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(query)),
            LaunchForm.Url => platform.ToPageAddress(Address(arguments), query).AbsoluteUri,
            LaunchForm.Curl => $"curl -H \"Authorization: {scheme.Options.AuthSchemes[0]} {platform.ToToken(query)}\" \"{ForShells(Address(arguments))}\"",
            _ => query,
        });
        return ExitCode.Good;
    }

    private Uri Address(ParseResult arguments) => arguments.GetValue(_address) ?? DefaultAddress;

    /// <summary>Escapes what a shell would interpret between double quotes. What else it might, an address never contains.</summary>
    private static string ForShells(Uri address) => address.AbsoluteUri
        .Replace("$", "%24", StringComparison.Ordinal)
        .Replace("!", "%21", StringComparison.Ordinal);
}
