using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using MiniApp.Tool.Platforms;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Commands;

/// <summary>
/// What is wrong with the arguments. Somebody may have put a key among them, so nothing of an unexpected argument is repeated but the
/// name of an option.
/// </summary>
internal static partial class UsageErrors
{
    public static UsageException Create(ParseResult arguments)
    {
        var help = $"{PathOf(arguments.CommandResult)} --help";

        if (arguments.UnmatchedTokens is not [var unmatched, ..])
        {
            return new UsageException(
                string.Join(' ', arguments.Errors.Select(error => error.Message)),
                $"'{help}' shows the options and examples.");
        }

        var option = OptionName().Match(unmatched).Value;
        return KeyLike().IsMatch(option)
            ? new UsageException(
                $"{option} is not an option: a key is never an argument, because shells and process lists keep arguments.",
                $"'{help}' shows where to put a key. If a real key was typed here, replace it.")
            : new UsageException(
                option.Length > 0 ? $"{option} is not an option here." : "There is an unexpected argument.",
                $"'{help}' shows the commands, options and examples.");
    }

    /// <summary>An option was given that is for something else to inspect.</summary>
    public static UsageException OfAnotherKind(Option option, string kind) =>
        new($"{option.Name} is not an option for {kind}.", "Leave it out, or name the right kind with --kind.");

    /// <summary>An option was given that is for another platform.</summary>
    public static UsageException OfAnotherPlatform(Option option, IPlatform platform) =>
        new($"{option.Name} is not an option for {platform.Title}.", "Leave it out, or name the right platform with --platform.");

    /// <summary>The command with those that it is a part of.</summary>
    private static string PathOf(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{PathOf(parent)} {command.Command.Name}" : command.Command.Name;

    [GeneratedRegex("^--[a-z-]{1,30}(?=$|[=:])", RegexOptions.None, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex OptionName();

    [GeneratedRegex("key|secret|bot-token|password", RegexOptions.None, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex KeyLike();
}
