using System.CommandLine;
using System.Globalization;
using MiniApp.Tool.Platforms;

namespace MiniApp.Tool.Commands;

/// <summary>
/// Options whose values have a form. Complaints name the option and never quote the value: somebody may have put a key there.
/// </summary>
internal static class TypedOption
{
    private delegate bool Parser<T>(string text, out T value);

    public static Option<IPlatform?> Platform(string whenAbsent) => Create<IPlatform?>(
        "--platform",
        $"Whose token: vk, telegram or max. {whenAbsent}",
        "vk|telegram|max",
        "must be vk, telegram or max",
        (text, out platform) => (platform = AllPlatforms.Find(text)) is not null);

    public static Option<long?> Number(string name, string description, long smallest) => Create<long?>(
        name,
        description,
        "number",
        $"must be a whole number from {smallest} up",
        (text, out value) =>
        {
            var isNumber = DecimalDigits.TryRead<char>(text, out var number) && number >= smallest;
            value = number;
            return isNumber;
        });

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
        "How long a token is valid. [default: 01:00:00 for VK, 1.00:00:00 for Telegram and MAX]",
        TimeSpan.Zero,
        TimeSpan.FromDays(10_000));

    public static Option<Uri?> Address(string name, string description) => Create<Uri?>(
        name,
        description,
        "address",
        "must be an address with http or https",
        (text, out address) => Uri.TryCreate(text, UriKind.Absolute, out address) && address.Scheme is "http" or "https");

    public static Option<SignatureForm> Form(string name, string description) => Create<SignatureForm>(
        name,
        description,
        "query|token|url|curl",
        "must be query, token, url or curl",
        (text, out form) =>
            Enum.TryParse(text, ignoreCase: true, out form) && Enum.IsDefined(form) && !char.IsAsciiDigit(text[0]));

    private static Option<T> Create<T>(string name, string description, string helpName, string complaint, Parser<T> parser) => new(name)
    {
        Description = description,
        HelpName = helpName,
        CustomParser = argument =>
        {
            if (argument.Tokens is [var token] && parser(token.Value, out var value))
            {
                return value;
            }

            argument.AddError($"{name} {complaint}.");
            return default;
        },
    };
}
