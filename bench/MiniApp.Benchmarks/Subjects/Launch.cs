using System.Text;

namespace VkMiniApp.Benchmarks;

/// <summary>One launch of twelve signed parameters, in the order a client happened to send them.</summary>
internal static class Launch
{
    public const long AppId = 51000001;
    public const string Secret = "own-made-protected-key";

    private static readonly string[] Parts = Sign();
    private static readonly string[] Shuffled = Shuffle();

    public static string Query { get; } = string.Join('&', Shuffled);

    /// <summary>In VK's own order and spelling, as a page has it that changes nothing.</summary>
    public static string OwnQuery { get; } = string.Join('&', Parts);

    public static string Url { get; } = $"https://app51000001.pages.example/index.html?{Query}#/profile";

    /// <summary>What VK's course has a page send, and the heaviest of the accepted spellings: the whole address in base64.</summary>
    public static string Token { get; } = Convert.ToBase64String(Encoding.ASCII.GetBytes(Url));

    /// <summary>The text that the signature is of.</summary>
    public static byte[] Canonical { get; } =
        Encoding.ASCII.GetBytes(string.Join('&', Shuffled.Where(part => part.StartsWith("vk_", StringComparison.Ordinal)).Order(StringComparer.Ordinal)));

    /// <summary>What is signed, by name, for another kind of token that is to say as much.</summary>
    public static IReadOnlyDictionary<string, string> Claims { get; } = new VkLaunchParamsVerifier(AppId, Secret).Verify(Query).LaunchParams!.Values
        .ToDictionary(value => value.Key, value => value.Value, StringComparer.Ordinal);

    public static string WrongSignature { get; } =
        Convert.ToBase64String(Encoding.ASCII.GetBytes(Url.Replace("vk_user_id=8", "vk_user_id=9", StringComparison.Ordinal)));

    private static string[] Sign() =>
        new VkLaunchParamsSigner(AppId, Secret).SignQuery(new VkLaunchParamsDescriptor
        {
            UserId = 869_612_836_901,
            Platform = VkPlatform.MobileAndroid,
            Scopes = ["friends", "photos"],
            Ref = "catalog_recent",
            GroupId = 390_905_753,
            ViewerGroupRole = VkGroupRole.Admin,
            IsAppUser = true,
        }).Split('&');

    private static string[] Shuffle()
    {
        string[] parts = [.. Parts];
        new Random(5).Shuffle(parts);
        return parts;
    }
}
