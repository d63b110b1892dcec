namespace VkMiniApp.AspNetCore.Tests;

/// <summary>Tokens as VK would sign them for the app of the tests, and one for every reason to refuse.</summary>
internal static class TestLaunch
{
    public const long AppId = 6736218;
    public const string Secret = "protected-key-of-the-tests";
    public const long Now = TestApp.Now;

    private const long OneHour = 3600;
    private const long OneMinute = 60;

    public static IEnumerable<VkLaunchFailure> Failures => Enum.GetValues<VkLaunchFailure>().Except([VkLaunchFailure.None]);

    public static string Token(long userId = 42) => Token(new VkLaunchParamsDescriptor { UserId = userId });

    public static string Token(VkLaunchParamsDescriptor launch, long appId = AppId, string secret = Secret) =>
        Signer(appId, secret).SignToken(launch);

    public static string Query(long userId = 42) => Query(new VkLaunchParamsDescriptor { UserId = userId });

    public static string Query(VkLaunchParamsDescriptor launch) => Signer(AppId, Secret).SignQuery(launch);

    /// <summary>A launch of this Odnoklassniki user, whom VK numbers as <paramref name="userId"/>.</summary>
    public static VkLaunchParamsDescriptor Odnoklassniki(long okUserId, long userId = 7) => new()
    {
        UserId = userId,
        Additional = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["vk_client"] = "ok",
            ["vk_ok_user_id"] = $"{okUserId}",
            ["vk_ok_app_id"] = "512000",
        },
    };

    /// <summary>A token that is refused for this reason and for no other.</summary>
    public static string Refused(VkLaunchFailure failure) => failure switch
    {
        VkLaunchFailure.Malformed => "not base64, not a query",
        VkLaunchFailure.DuplicateParameter => Query() + "&vk_user_id=42",
        VkLaunchFailure.MissingParameter => Query()[..Query().IndexOf("&sign=", StringComparison.Ordinal)],
        VkLaunchFailure.UnknownApp => Token(new() { UserId = 42 }, appId: 7),
        VkLaunchFailure.InvalidSignature => Token(new() { UserId = 42 }, secret: "another key"),
        VkLaunchFailure.OdnoklassnikiNotAllowed => Token(Odnoklassniki(5)),
        VkLaunchFailure.Expired => Token(new VkLaunchParamsDescriptor { UserId = 42, Timestamp = At(Now - OneHour - 1) }),
        VkLaunchFailure.NotYetValid => Token(new VkLaunchParamsDescriptor { UserId = 42, Timestamp = At(Now + OneMinute + 1) }),
        VkLaunchFailure.NoUser => Token(userId: 0),
        _ => throw new ArgumentOutOfRangeException(nameof(failure)),
    };

    public static Type ExceptionOf(VkLaunchFailure failure) => failure switch
    {
        VkLaunchFailure.Malformed => typeof(MiniAppMalformedException),
        VkLaunchFailure.DuplicateParameter => typeof(MiniAppMalformedException),
        VkLaunchFailure.MissingParameter => typeof(MiniAppMalformedException),
        VkLaunchFailure.UnknownApp => typeof(VkLaunchUnknownAppException),
        VkLaunchFailure.InvalidSignature => typeof(MiniAppInvalidSignatureException),
        VkLaunchFailure.OdnoklassnikiNotAllowed => typeof(VkLaunchOdnoklassnikiException),
        VkLaunchFailure.Expired => typeof(MiniAppExpiredException),
        VkLaunchFailure.NotYetValid => typeof(MiniAppNotYetValidException),
        VkLaunchFailure.NoUser => typeof(MiniAppNoUserException),
        _ => throw new ArgumentOutOfRangeException(nameof(failure)),
    };

    public static DateTimeOffset At(long unixSeconds) => DateTimeOffset.FromUnixTimeSeconds(unixSeconds);

    private static VkLaunchParamsSigner Signer(long appId, string secret) => new(appId, secret, new TestClock(Now));
}
