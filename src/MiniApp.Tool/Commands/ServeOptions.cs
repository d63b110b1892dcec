using System.CommandLine;
using System.CommandLine.Parsing;
using MiniApp.Tool.Platforms;
using MiniApp.Tool.Serving;

namespace MiniApp.Tool.Commands;

/// <summary>What to serve, as options.</summary>
internal sealed class ServeOptions
{
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

    private delegate bool Parser<T>(string text, out T? value);

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _listen, _platforms, _claims, _sessions, _fromAddress })
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
