using System.CommandLine;
using MiniApp.AspNetCore;
using MiniApp.Tool.Keys;
using MiniApp.Tool.Serving;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Commands;

/// <summary>Whom a revocation or a block is about, and where the servers' settings are.</summary>
internal sealed class RevocationOptions
{
    /// <summary>
    /// The platforms whose users a server tells. An id alone, and a name with a slip in it, would be names of platforms as well: nobody would be
    /// kept out, and the command would say so of somebody.
    /// </summary>
    private static readonly string[] Platforms = ["vk", "ok", "telegram", "telegram-test", "max"];

    private readonly Argument<MiniAppSubject> _subject = new("subject")
    {
        Description = "Whom: a user (vk:42), an app or a bot (telegram:app:7), a session (session: and its id), a platform (vk), or everybody ('*').",
        CustomParser = argument =>
        {
            if (argument.Tokens is [var token] && MiniAppSubject.TryParse(token.Value, out var subject)
                && (subject.PlatformName is not { } platform || Platforms.Contains(platform, StringComparer.Ordinal)))
            {
                return subject;
            }

            argument.AddError(
                "The subject must be a user such as vk:42, an app or a bot such as telegram:app:7, session: with the 32 digits of its id, "
                    + $"a platform, or '*' for everybody. Platforms are {string.Join(", ", Platforms)}.");
            return default;
        },
    };

    private readonly Option<bool> _yes = new("--yes") { Description = "Needed with '*', which is everybody on every platform." };

    private readonly SettingsOptions _settings = new();

    /// <param name="command">The command.</param>
    /// <param name="keepsOut">Whether it takes anything from anybody.</param>
    public void AddTo(Command command, bool keepsOut)
    {
        command.Add(_subject);
        if (keepsOut)
        {
            command.Add(_yes);
        }

        _settings.AddTo(command);
    }

    /// <exception cref="UsageException">It is everybody, and nobody confirmed that.</exception>
    public MiniAppSubject ReadConfirmed(ParseResult arguments)
    {
        var subject = Read(arguments);
        return subject != MiniAppSubject.Everybody || arguments.GetValue(_yes) ? subject : throw new UsageException(
            "'*' is everybody on every platform.", "Add --yes if that is what you want.");
    }

    public MiniAppSubject Read(ParseResult arguments) => arguments.GetValue(_subject);

    /// <summary>Changes the revocations of the servers that have these settings.</summary>
    /// <exception cref="UsageException">The settings name no Redis, or they can't be read.</exception>
    /// <exception cref="StoreAwayException">Redis did not confirm the change in time.</exception>
    public void Change(ParseResult arguments, ToolEnvironment environment, Func<MiniAppRevocations, Task> change)
    {
        var settings = ApplicationSettings.Read(_settings.FindPlaces(arguments, environment), environment);
        SharedRevocations.ChangeAsync(settings.Values, environment.Clock, change).GetAwaiter().GetResult();
    }
}
