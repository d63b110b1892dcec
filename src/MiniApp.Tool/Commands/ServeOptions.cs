using System.CommandLine;
using System.CommandLine.Parsing;
using MiniApp.Tool.Keys;
using MiniApp.Tool.Platforms;
using MiniApp.Tool.Serving;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Commands;

/// <summary>What to serve, as options. Nobody stands by a server, so it runs in Production unless it is told otherwise.</summary>
internal sealed class ServeOptions
{
    private const string Production = "Production";

    private readonly Option<ListenAddress[]> _listen = Create<ListenAddress>(
        "--listen",
        $"Where proxies reach it: http:// with an IP address or localhost, or unix: with the path of a socket. [default: {ListenAddress.Default.Text}]",
        "address",
        ListenAddress.Form,
        ListenAddress.TryParse,
        most: 1);

    private readonly Option<IPlatform[]> _platforms = Create<IPlatform>(
        "--platform",
        "A platform whose launches are taken: vk, telegram or max. Can be repeated. [default: those that have settings]",
        "vk|telegram|max",
        "must be vk, telegram or max, each once",
        (text, out platform) => (platform = AllPlatforms.Find(text)) is not null,
        most: 3);

    private readonly Option<ClaimHeader[]> _claims = Create<ClaimHeader>(
        "--claim",
        "A claim to tell in a header beside the subject, such as vk_language. Can be repeated.",
        "type",
        "must be the type of a claim, such as vk_language, each once",
        ClaimHeader.TryParse,
        most: 32);

    private readonly Option<bool> _sessions = new("--sessions")
    {
        Description = "Exchange launches for sessions at /session, and take those as well.",
    };

    private readonly Option<bool> _fromAddress = new("--from-address")
    {
        Description = "Take the token from the address that the client asked for as well, where there is no Authorization header.",
    };

    private readonly Option<string?> _settings = new("--settings")
    {
        Description = "The folder whose appsettings.json is read: that of a project, or any other. [default: the current directory]",
        HelpName = "folder",
    };

    private readonly Option<string?> _environment = TypedOption.Name(
        "--environment", $"The environment whose settings are read. [default: DOTNET_ENVIRONMENT, ASPNETCORE_ENVIRONMENT, {Production}]");

    private delegate bool Parser<T>(string text, out T? value);

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _listen, _platforms, _claims, _sessions, _fromAddress, _settings, _environment })
        {
            command.Add(option);
        }
    }

    public EdgeOptions Read(ParseResult arguments) => new(
        arguments.GetValue(_listen) is [var address] ? address : ListenAddress.Default,
        arguments.GetValue(_platforms) ?? [],
        arguments.GetValue(_claims) ?? [],
        arguments.GetValue(_sessions),
        arguments.GetValue(_fromAddress));

    /// <exception cref="UsageException">There is no such folder.</exception>
    public SettingsPlaces FindPlaces(ParseResult arguments, ToolEnvironment environment)
    {
        var folder = arguments.GetValue(_settings) is { } named ? Path.Combine(environment.Directory, named) : environment.Directory;
        if (folder.Length > 0 && !Directory.Exists(folder))
        {
            throw new UsageException($"There is no folder {folder}.", "--settings takes the folder that appsettings.json is in.");
        }

        return SettingsPlaces.Of(ProjectFile.Find(folder), arguments.GetValue(_environment), Production, environment.Variables);
    }

    private static Option<T[]> Create<T>(string name, string description, string helpName, string error, Parser<T> parser, int most)
        where T : class => new(name)
        {
            Description = description,
            HelpName = helpName,
            Arity = new ArgumentArity(1, most),
            CustomParser = argument => Parse(argument, parser) is { } values ? values : Refuse<T>(argument, $"{name} {error}."),
        };

    private static T[]? Parse<T>(ArgumentResult argument, Parser<T> parser)
        where T : class
    {
        var values = new List<T>();
        foreach (var token in argument.Tokens)
        {
            if (!parser(token.Value, out var value) || values.Contains(value!))
            {
                return null;
            }

            values.Add(value!);
        }

        return [.. values];
    }

    private static T[] Refuse<T>(ArgumentResult argument, string message)
    {
        argument.AddError(message);
        return [];
    }
}
