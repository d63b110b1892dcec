using System.CommandLine;
using MiniApp.Tool.Keys;
using MiniApp.Tool.Platforms;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Commands;

/// <summary>
/// Where the key is, and which app or bot it belongs to. No option takes the key itself: shells and process lists keep arguments.
/// </summary>
internal sealed class KeyOptions
{
    public Option<bool> SecretStdin { get; } = new("--secret-stdin")
    {
        Description = "Take the key from the first line of standard input.",
    };

    public Option<string?> Project { get; } = new("--project")
    {
        Description = "Take the key from the user secrets of this project, and from nowhere else.",
        HelpName = "folder or file",
    };

    public Option<string?> UserSecretsId { get; } = new("--user-secrets-id")
    {
        Description = "Take the key from the user secrets of this id, and from nowhere else.",
        HelpName = "id",
    };

    public Option<long?> AppId { get; } = TypedOption.Number("--app-id", "The VK mini app's id, whatever the settings say.", smallest: 1);

    public Option<long?> BotId { get; } = TypedOption.Number(
        "--bot-id",
        "The Telegram bot's id. It is enough to judge by Telegram's own signature where the bot token is not known.",
        smallest: 1);

    /// <summary>Adds the options that say where the key is.</summary>
    public void AddPlacesTo(Command command)
    {
        command.Add(Project);
        command.Add(UserSecretsId);
        command.Add(SecretStdin);
        command.Validators.Add(result =>
        {
            if (new Option[] { Project, UserSecretsId, SecretStdin }.Count(option => result.GetResult(option) is { Implicit: false }) > 1)
            {
                result.AddError("Only one of --project, --user-secrets-id and --secret-stdin can be given.");
            }
        });
    }

    /// <exception cref="UsageException">A place that an option names is not there.</exception>
    public CredentialFinder CreateFinder(ParseResult arguments, ToolEnvironment environment) => new(
        new KeyPlace(arguments.GetValue(SecretStdin), arguments.GetValue(Project), arguments.GetValue(UserSecretsId)),
        environment);

    /// <summary>The id that an option gives; <see langword="null"/> where none does.</summary>
    /// <exception cref="UsageException">The option is for another platform.</exception>
    public long? ReadId(ParseResult arguments, IPlatform platform)
    {
        foreach (var option in new[] { AppId, BotId })
        {
            if (arguments.GetValue(option) is { } id)
            {
                return option.Name == platform.Id?.Option ? id : throw UsageErrors.OfAnotherPlatform(option, platform);
            }
        }

        return null;
    }
}
