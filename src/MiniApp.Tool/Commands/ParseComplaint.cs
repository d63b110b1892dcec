using System.CommandLine;
using System.Text.RegularExpressions;
using MiniApp.Tool.Platforms;

namespace MiniApp.Tool.Commands;

/// <summary>
/// What is wrong with the arguments. Somebody may have put a key among them, so of an argument that nobody expects nothing is repeated
/// but the name of an option.
/// </summary>
internal static partial class ParseComplaint
{
    public static ToolException Create(ParseResult arguments)
    {
        var command = arguments.CommandResult.Command;
        var help = $"{(command is ExampleCommand ? $"mini-app {command.Name}" : command.Name)} --help";

        if (arguments.UnmatchedTokens is not [var unmatched, ..])
        {
            var complaints = arguments.Errors.Select(error => error.Message);
            return new ToolException(string.Join(' ', complaints), $"'{help}' shows the options, and examples.");
        }

        var option = OptionName().Match(unmatched).Value;
        return KeyLike().IsMatch(option)
            ? new ToolException(
                $"{option} is no option: a key is never an argument, because shells and process lists keep those.",
                $"'{help}' shows where else a key can be. If one was typed here that matters, change it.")
            : new ToolException(
                option.Length > 0 ? $"{option} is no option here." : "There is an argument that nothing expects.",
                $"'{help}' shows the commands and options, and examples.");
    }

    /// <summary>An option was given that is about another platform.</summary>
    public static ToolException OfAnotherPlatform(Option option, IPlatform platform) =>
        new($"{option.Name} says nothing about {platform.Title}.", "Leave it out, or give the right --platform.");

    [GeneratedRegex("^--[a-z-]{1,30}(?=$|[=:])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OptionName();

    [GeneratedRegex("key|secret|bot-token|password", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyLike();
}
