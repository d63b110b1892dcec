using System.CommandLine;
using MiniApp.Tool.Keys;
using MiniApp.Tool.Platforms;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Commands;

/// <summary>
/// Where the settings are, and which app or bot is meant. No option takes the key itself: shells and process lists keep arguments.
/// </summary>
internal sealed class KeyOptions
{
    private readonly Option<TimeSpan?> _lifetime = TypedOption.Lifetime();

    private readonly Option<bool> _secretStdin = new("--secret-stdin")
    {
        Description = "Take the key from the first line of standard input, whatever the settings say.",
    };

    private readonly Option<string?> _project = new("--project")
    {
        Description = "Read the settings of the application of this project, as it does itself. [default: the current directory]",
        HelpName = "folder or file",
    };

    private readonly Option<string?> _userSecretsId = new("--user-secrets-id")
    {
        Description = "Read the user secrets of this id, and nothing else.",
        HelpName = "id",
    };

    private readonly Option<string?> _environment = TypedOption.Name(
        "--environment", "The environment that the application runs in. [default: DOTNET_ENVIRONMENT, ASPNETCORE_ENVIRONMENT, Development]");

    private readonly Option<string?> _scheme = TypedOption.Name(
        "--scheme", "The scheme's name in the application. [default: VkMiniApp, TelegramMiniApp, MaxMiniApp]");

    private readonly Option<long?> _appId = TypedOption.Number("--app-id", "The VK mini app's id, whatever the settings say.", smallest: 1);

    private readonly Option<long?> _botId = TypedOption.Number(
        "--bot-id",
        "The Telegram bot's id. It is enough to judge by Telegram's own signature where the bot token is not known.",
        smallest: 1);

    /// <summary>Adds the options, with the lifetime where tokens are judged.</summary>
    public void AddTo(Command command, bool isJudging)
    {
        command.Add(_appId);
        command.Add(_botId);
        if (isJudging)
        {
            command.Add(_lifetime);
        }

        foreach (var option in new Option[] { _project, _environment, _scheme, _userSecretsId, _secretStdin })
        {
            command.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (new Option[] { _project, _userSecretsId, _secretStdin }.Count(option => result.GetResult(option) is { Implicit: false }) > 1)
            {
                result.AddError("Only one of --project, --user-secrets-id and --secret-stdin can be given.");
            }
        });
    }

    /// <summary>The lifetime that an option gives; <see langword="null"/> where none does.</summary>
    public TimeSpan? ReadLifetime(ParseResult arguments) =>
        arguments.GetResult(_lifetime) is null ? null : arguments.GetValue(_lifetime);

    /// <summary>What finds a platform's settings. It takes the key off standard input, where that is its place.</summary>
    /// <exception cref="UsageException">A place that an option names is not there, or the settings cannot be read.</exception>
    public Func<IPlatform, SchemeSettings> CreateFinder(ParseResult arguments, ToolEnvironment environment)
    {
        var finder = new SchemeFinder(
            new KeyPlace(
                arguments.GetValue(_secretStdin),
                arguments.GetValue(_project),
                arguments.GetValue(_userSecretsId),
                arguments.GetValue(_environment),
                arguments.GetValue(_scheme)),
            environment);

        return platform => finder.Find(platform, ReadId(arguments, platform), ReadLifetime(arguments));
    }

    /// <summary>The id that an option gives; <see langword="null"/> where none does.</summary>
    /// <exception cref="UsageException">The option is for another platform.</exception>
    private long? ReadId(ParseResult arguments, IPlatform platform)
    {
        foreach (var option in new[] { _appId, _botId })
        {
            if (arguments.GetValue(option) is { } id)
            {
                return option.Name == platform.Id?.Option ? id : throw UsageErrors.OfAnotherPlatform(option, platform);
            }
        }

        return null;
    }
}
