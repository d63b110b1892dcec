using System.CommandLine;
using MiniApp.Tool.Platforms;

namespace MiniApp.Tool.Commands;

/// <summary>Where the key is, and what it belongs to. No option takes the key itself: shells and process lists keep arguments.</summary>
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

    public Option<long?> AppId { get; } = TypedOption.Number("--app-id", "The VK mini app's id.", smallest: 1);

    public Option<long?> BotId { get; } = TypedOption.Number(
        "--bot-id", "The Telegram bot's id: enough to judge by Telegram's own signature where the bot token is not known.", smallest: 1);

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
                result.AddError("--project, --user-secrets-id and --secret-stdin exclude each other.");
            }
        });
    }

    /// <summary>The id that an option says; <see langword="null"/> where none does.</summary>
    /// <exception cref="ToolException">The option is one of another platform.</exception>
    public long? ReadId(ParseResult arguments, IPlatform platform)
    {
        foreach (var option in new[] { AppId, BotId })
        {
            if (arguments.GetValue(option) is { } id)
            {
                return option.Name == platform.Id?.Option ? id : throw ParseComplaint.OfAnotherPlatform(option, platform);
            }
        }

        return null;
    }
}
