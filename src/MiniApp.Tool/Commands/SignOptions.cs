using System.CommandLine;
using MiniApp.Tool.Platforms;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Commands;

/// <summary>The launch to sign, as options.</summary>
internal sealed class SignOptions
{
    private readonly Option<long?> _userId = TypedOption.Number(
        "--user-id", "The id of the user who opens the mini app; 0 for nobody.", smallest: 0);

    private readonly Option<TimeSpan?> _age = TypedOption.Age();

    private readonly Option<string?> _language = new("--language")
    {
        Description = "The user's language. [default: ru]",
        HelpName = "code",
    };

    private readonly Option<long?> _groupId = TypedOption.Number(
        "--group-id", "The id of the community that it is opened from. VK only.", smallest: 1);

    private readonly Option<string?> _role = new("--role")
    {
        Description = "The user's role in that community: admin, editor, moder, member or none. VK only.",
        HelpName = "role",
        CompletionSources = { "admin", "editor", "moder", "member", "none" },
    };

    private readonly Option<string?> _firstName = new("--first-name")
    {
        Description = "The user's first name. Telegram and MAX only. [default: Test]",
        HelpName = "name",
    };

    private readonly Option<string?> _username = new("--username")
    {
        Description = "The user's username. Telegram and MAX only.",
        HelpName = "name",
    };

    private readonly ParameterOption _parameters = new("Any other parameter, or another value for one of these. Can be repeated.", "vk_ref=other");

    public void AddTo(Command command)
    {
        _userId.Required = true;
        foreach (var option in new Option[] { _userId, _age, _language, _groupId, _role, _firstName, _username })
        {
            command.Add(option);
        }

        _parameters.AddTo(command);
    }

    /// <exception cref="UsageException">An option is for another platform, or a parameter is not name=value.</exception>
    public LaunchDescriptor Read(ParseResult arguments, IPlatform platform)
    {
        foreach (var option in platform == AllPlatforms.Vk ? new Option[] { _firstName, _username } : [_groupId, _role])
        {
            if (arguments.GetResult(option) is not null)
            {
                throw UsageErrors.OfAnotherPlatform(option, platform);
            }
        }

        return new LaunchDescriptor(arguments.GetValue(_userId) ?? 0)
        {
            Age = arguments.GetValue(_age) ?? TimeSpan.Zero,
            Language = arguments.GetValue(_language),
            GroupId = arguments.GetValue(_groupId),
            Role = arguments.GetValue(_role),
            FirstName = arguments.GetValue(_firstName),
            Username = arguments.GetValue(_username),
            Parameters = _parameters.Read(arguments),
        };
    }
}
