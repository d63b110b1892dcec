using System.CommandLine;
using System.Globalization;
using MiniApp.Tool.Platforms;

namespace MiniApp.Tool.Commands;

/// <summary>
/// Options whose values have a form. Errors name the option and never quote the value: somebody may have put a key there.
/// </summary>
internal static class TypedOption
{
    private delegate bool Parser<T>(string text, out T value);

    public static Option<IPlatform?> Platform(string whenAbsent) => Create<IPlatform?>(
        "--platform",
        $"The platform: vk, telegram or max. {whenAbsent}",
        "vk|telegram|max",
        "must be vk, telegram or max",
        (text, out platform) => (platform = AllPlatforms.Find(text)) is not null);

    public static Option<long?> Number(string name, string description, long smallest) => Create<long?>(
        name,
        description,
        "number",
        $"must be a whole number, {smallest} or above",
        (text, out value) =>
        {
            var isNumber = DecimalDigits.TryRead<char>(text, out var number) && number >= smallest;
            value = number;
            return isNumber;
        });

    /// <summary>A name that settings know something by.</summary>
    public static Option<string?> Name(string name, string description) => Create<string?>(
        name,
        description,
        "name",
        "must not be blank",
        (text, out value) => !string.IsNullOrWhiteSpace(value = text));

    /// <summary>A time as the applications' settings have it: without a colon, <c>3600</c> would be so many days.</summary>
    public static Option<TimeSpan?> Time(string name, string description, TimeSpan smallest, TimeSpan largest) => Create<TimeSpan?>(
        name,
        description,
        "[d.]hh:mm:ss",
        $"must be a time such as 01:30:00, from {smallest:c} to {largest:c}",
        (text, out value) =>
        {
            var isTime = TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var time)
                && text.Contains(':', StringComparison.Ordinal)
                && time >= smallest && time <= largest;
            value = time;
            return isTime;
        });

    /// <summary>How long a token is valid, where the back end has set something else than the default.</summary>
    public static Option<TimeSpan?> Lifetime() => Time(
        "--lifetime",
        $"How long a token is valid, whatever the settings say. [default: that of the settings; {string.Join(", ", AllPlatforms.List.Select(DefaultLifetime))}]",
        TimeSpan.Zero,
        TimeSpan.FromDays(10_000));

    public static Option<Uri?> Address(string name, string description) => Create<Uri?>(
        name,
        description,
        "address",
        "must be an http or https address",
        (text, out address) => Uri.TryCreate(text, UriKind.Absolute, out address) && address.Scheme is "http" or "https");

    public static Option<LaunchForm> Form(string name, string description) => Create<LaunchForm>(
        name,
        description,
        "query|token|url|curl",
        "must be query, token, url or curl",
        (text, out form) =>
            Enum.TryParse(text, ignoreCase: true, out form) && Enum.IsDefined(form) && !char.IsAsciiDigit(text[0]));

    private static string DefaultLifetime(IPlatform platform) => $"{platform.DefaultLifetime:c} for {platform.Title}";

    private static Option<T> Create<T>(string name, string description, string helpName, string error, Parser<T> parser) => new(name)
    {
        Description = description,
        HelpName = helpName,
        CustomParser = argument =>
        {
            if (argument.Tokens is [var token] && parser(token.Value, out var value))
            {
                return value;
            }

            argument.AddError($"{name} {error}.");
            return default;
        },
    };
}
