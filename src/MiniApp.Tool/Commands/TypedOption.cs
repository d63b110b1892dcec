using System.CommandLine;
using System.Globalization;
using MiniApp.Tool.Platforms;
using MiniApp.Tool.Proofs;
using MiniApp.Tool.Terminal;
using VkMiniApp;

namespace MiniApp.Tool.Commands;

/// <summary>
/// Options whose values have a form. Errors name the option and never quote the value: somebody may have put a key there.
/// </summary>
internal static class TypedOption
{
    private const int LongestText = 256;

    private static readonly string[] InstantForms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    private delegate bool Parser<T>(string text, out T value);

    public static Option<IPlatform?> Platform(string whenAbsent) => OneOf(
        "--platform",
        $"The platform: {{0}}. {whenAbsent}",
        StringComparer.Ordinal,
        [.. AllPlatforms.List.Select(platform => KeyValuePair.Create(platform.Name, (IPlatform?)platform))]);

    /// <summary>The platforms that have proofs of a kind.</summary>
    public static Option<IPlatform?> Platform(ProofKind kind, string whenAbsent) => OneOf(
        "--platform",
        $"The platform: {{0}}. {whenAbsent}",
        StringComparer.Ordinal,
        [.. AllProofs.Find(kind, platform: null).Select(proof => KeyValuePair.Create(proof.Platform.Name, (IPlatform?)proof.Platform))]);

    public static Option<ProofKind?> Kind(string whenAbsent) => OneOf(
        "--kind",
        $"What it is: {{0}}. {whenAbsent}",
        StringComparer.OrdinalIgnoreCase,
        [.. Enum.GetValues<ProofKind>().Select(kind => KeyValuePair.Create(kind.ToString().ToLowerInvariant(), (ProofKind?)kind))]);

    /// <summary>The forms that a command can print.</summary>
    public static Option<SignedForm> Form(params SignedForm[] forms) => OneOf(
        "--as",
        "What to print: {0}. [default: query]",
        StringComparer.OrdinalIgnoreCase,
        [.. forms.Select(form => KeyValuePair.Create(form.ToString().ToLowerInvariant(), form))]);

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

    /// <summary>What stands in a proof as it is given.</summary>
    public static Option<string?> Text(string name, string description, string helpName) => Create<string?>(
        name,
        description,
        helpName,
        $"must be text of 1 to {LongestText} characters, on one line",
        (text, out value) =>
            (value = text).Length is > 0 and <= LongestText && WellFormedText.Is(text) && !text.Any(char.IsControl));

    public static Option<string?> Phone(string description) => Create<string?>(
        "--phone",
        description,
        "digits",
        $"must be 1 to {MaxMiniApp.MaxContactVerifier.MaxPhoneLength} ASCII digits, with a + before them or without",
        (text, out value) =>
        {
            value = text;
            var digits = text.StartsWith('+') ? text[1..] : text;
            return digits.Length is > 0 and <= MaxMiniApp.MaxContactVerifier.MaxPhoneLength && digits.All(char.IsAsciiDigit);
        });

    /// <summary>A request id for which VK's rule is settled.</summary>
    public static Option<string?> RequestId(string description) => Create<string?>(
        Proof.RequestIdOption,
        description,
        "text",
        "must be text, not empty, and without a tilde",
        (text, out value) => CreatedHashText.IsSettled(value = text) && WellFormedText.Is(text));

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

    /// <summary>How long ago something was signed.</summary>
    public static Option<TimeSpan?> Age() => Time(
        "--age",
        "How long ago it was signed; negative for the future. [default: 00:00:00]",
        -TimeSpan.FromDays(10_000),
        TimeSpan.FromDays(10_000));

    /// <summary>How long a token is valid, where the back end has set something else than the default.</summary>
    public static Option<TimeSpan?> Lifetime() => Time(
        "--lifetime",
        $"How long a token is valid, whatever the settings say. [default: that of the settings; {string.Join(", ", AllPlatforms.List.Select(DefaultLifetime))}]",
        TimeSpan.Zero,
        TimeSpan.FromDays(10_000));

    /// <summary>A time on the calendar. It says how far it is from UTC: no server knows the clock on its caller's wall.</summary>
    public static Option<DateTimeOffset?> Instant(string name, string description) => Create<DateTimeOffset?>(
        name,
        description,
        "time",
        "must be a time with Z or an offset, such as 2030-01-31T12:00:00Z or 2030-01-31T12:00:00+03:00",
        (text, out value) =>
        {
            var isTime = DateTimeOffset.TryParseExact(text, InstantForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time);
            value = time.ToUniversalTime();
            return isTime;
        });

    public static Option<Uri?> Address(string description) => Create<Uri?>(
        "--url",
        description,
        "address",
        "must be an http or https address",
        (text, out address) => HttpAddress.TryParse(text, out address) && HasServer(address));

    /// <summary>Whether an address names a server still when it is put together of its parts: of some, the framework takes off what was there for one.</summary>
    private static bool HasServer(Uri address)
    {
        try
        {
            _ = new UriBuilder(address).Uri;
            return true;
        }
        catch (UriFormatException)
        {
            return false;
        }
    }

    private static string DefaultLifetime(IPlatform platform) => $"{platform.DefaultLifetime:c} for {platform.Title}";

    /// <summary>An option of a closed list, which a shell can complete.</summary>
    private static Option<T> OneOf<T>(
        string name, string description, StringComparer comparer, IReadOnlyList<KeyValuePair<string, T>> choices)
    {
        string[] names = [.. choices.Select(choice => choice.Key)];
        var list = names is [.. var rest, var last] && rest.Length > 0 ? $"{string.Join(", ", rest)} or {last}" : names[0];
        var values = choices.ToDictionary(comparer);
        var option = Create<T>(
            name,
            description.Replace("{0}", list, StringComparison.Ordinal),
            string.Join('|', names),
            $"must be {list}",
            (text, out value) => values.TryGetValue(text, out value!));

        // Of an enumeration, all names would be there, and in its own spelling.
        option.CompletionSources.Clear();
        option.CompletionSources.Add(names);
        return option;
    }

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
