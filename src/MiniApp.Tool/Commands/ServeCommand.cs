using System.CommandLine;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using MiniApp.Tool.Keys;
using MiniApp.Tool.Serving;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Commands;

/// <summary>Tells proxies who sent a request, until it is stopped.</summary>
internal sealed class ServeCommand : ExampleCommand
{
    private readonly ServeOptions _options = new();
    private readonly SettingsOptions _settings = new();

    public ServeCommand(ToolEnvironment environment)
        : base(
            "serve",
            "Tell a proxy who sent a request, for a back end in any language: nginx's auth_request, Traefik's ForwardAuth, Envoy's ext_authz. "
                + "It runs until it is stopped.",
            "mini-app serve --claim vk_language",
            "mini-app serve --settings src/Backend --environment Development --claim telegram_username --sessions",
            "mini-app serve --listen unix:/run/mini-app/serve.sock")
    {
        _options.AddTo(this);
        _settings.AddTo(this);
        SetAction(arguments => Run(arguments, environment));
    }

    private int Run(ParseResult arguments, ToolEnvironment environment)
    {
        var options = _options.Read(arguments);
        var places = _settings.FindPlaces(arguments, environment);

        // For its words: the framework would quote a file that can't be read.
        _ = ApplicationSettings.Read(places, environment);

        using var server = EdgeServer.Create(options, places, environment, AddConsole);
        Start(server, options.Listen);
        server.WaitForShutdown();
        return ExitCode.Good;
    }

    /// <exception cref="UsageException">The settings are unsound, or nothing can listen at the address.</exception>
    private static void Start(WebApplication server, ListenAddress listen)
    {
        try
        {
            listen.Clear();
            server.Start();
        }
        catch (OptionsValidationException exception)
        {
            throw new UsageException(exception.Message, "With these settings an application does not start either: it prints the same.");
        }
        catch (Exception exception) when (exception is IOException or SocketException or UnauthorizedAccessException)
        {
            throw listen.Refuse();
        }

        listen.Open();
    }

    private static void AddConsole(ILoggingBuilder logging)
    {
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd HH:mm:ss'Z' ";
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        });

        // Standard output is for results, of which a server has none.
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
