using System.Globalization;

namespace TestSupport;

/// <summary>Init data that nothing is wrong with, and some for every reason to refuse it.</summary>
public static class TestInitData
{
    /// <summary>What every bot's token of the tests holds.</summary>
    public const string SecretPart = "hush-hush";

    private const long OneDay = 24 * 3600;
    private const long OneMinute = 60;

    public static IReadOnlyList<string> Failures { get; } =
        ["Malformed", "MissingProof", "InvalidProof", "Expired", "NotYetValid", "NoUser"];

    /// <summary>The reasons as rows of a theory.</summary>
    public static TheoryData<string> Reasons => [.. Failures];

    /// <summary>Init data of this user, signed after these changes; a value of <see langword="null"/> takes the field away.</summary>
    public static string Sign(string botToken, long userId = 42, params (string Name, string? Value)[] changes)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["auth_date"] = Text(TestApp.Now),
            ["query_id"] = "4c0ab423-342b-4e45-aea4-2747dbc500cd",
            ["user"] = $"{{\"id\":{userId},\"first_name\":\"Ada\",\"photo_url\":\"https:\\/\\/i.example\\/a?x=1&y=2==\"}}",
        };

        foreach (var (name, value) in changes)
        {
            if (value is null)
            {
                Assert.True(fields.Remove(name));
            }
            else
            {
                fields[name] = value;
            }
        }

        return ReferenceInitData.Sign(fields, botToken);
    }

    /// <summary>Init data of this age in seconds; negative for the future.</summary>
    public static string Aged(string botToken, long age) => Sign(botToken, 42, ("auth_date", Text(TestApp.Now - age)));

    /// <summary>Init data that is refused for this reason and for no other.</summary>
    public static string Refused(string botToken, string failure) => failure switch
    {
        "Malformed" => "not base64, not a query",
        "MissingProof" => Sign(botToken)[..Sign(botToken).IndexOf("&hash=", StringComparison.Ordinal)],
        "InvalidProof" => Sign(botToken + "x"),
        "Expired" => Aged(botToken, OneDay + 1),
        "NotYetValid" => Aged(botToken, -OneMinute - 1),
        "NoUser" => Sign(botToken, 42, ("user", null)),
        _ => throw new ArgumentOutOfRangeException(nameof(failure)),
    };

    public static (Type Exception, string Message) RefusalOf(string failure) => failure switch
    {
        "Malformed" or "MissingProof" => (typeof(MiniAppMalformedException), "The init data is malformed or incomplete"),
        "InvalidProof" => (typeof(MiniAppInvalidSignatureException), "The proof of the init data is invalid"),
        "Expired" => (typeof(MiniAppExpiredException), "The init data has expired"),
        "NotYetValid" => (typeof(MiniAppNotYetValidException), "The init data is dated in the future"),
        "NoUser" => (typeof(MiniAppNoUserException), "The init data names no user"),
        _ => throw new ArgumentOutOfRangeException(nameof(failure)),
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
