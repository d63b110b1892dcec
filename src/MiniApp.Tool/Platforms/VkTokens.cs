using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using VkMiniApp;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Platforms;

/// <summary>Launch parameters of VK mini apps.</summary>
internal sealed class VkTokens : IPlatform
{
    private static readonly string[] Numbers = [VkLaunchParamNames.AppId, VkLaunchParamNames.UserId, VkLaunchParamNames.Timestamp];

    public string Name => "vk";

    public string Title => "VK";

    public string KeyName => "protected key";

    public string KeySetting => "Authentication:Schemes:VkMiniApp:AppSecret";

    public PlatformId Id { get; } = new(
        "app id", "--app-id", "Authentication:Schemes:VkMiniApp:AppId", "appId", IsInKey: false, VkLaunchParamNames.AppId);

    public TimeSpan Lifetime { get; } = new VkLaunchParamsVerifierOptions().Lifetime;

    public TimeSpan ClockSkew { get; } = new VkLaunchParamsVerifierOptions().ClockSkew;

    public IReadOnlyList<string> AuthSchemes { get; } = ["Bearer", "VK"];

    public TokenFormat Format { get; } = new(
        [VkLaunchParamNames.Sign, .. Numbers],
        [.. Numbers, VkLaunchParamNames.OkUserId],
        [VkLaunchParamNames.Sign],
        Fragment: null,
        VkLaunchParamNames.Prefix);

    public string Sign(LaunchDescriptor launch, Credentials credentials, TimeProvider clock)
    {
        if (launch.Parameters.Keys.Any(name => !name.StartsWith(VkLaunchParamNames.Prefix, StringComparison.Ordinal)))
        {
            throw new UsageException("VK signs only parameters whose names start with vk_.", "Append the others to the signed query.");
        }

        var descriptor = new VkLaunchParamsDescriptor
        {
            UserId = launch.UserId,
            Timestamp = clock.GetUtcNow() - launch.Age,
            Language = launch.Language ?? "ru",
            GroupId = launch.GroupId,
            ViewerGroupRole = launch.Role is { } role ? new VkGroupRole(role) : null,
            Additional = launch.Parameters,
        };

        return new VkLaunchParamsSigner(credentials.Id!.Value, ReadKey(credentials), clock).SignQuery(descriptor);
    }

    public Uri ToPageAddress(Uri page, string query) =>
        new UriBuilder(page) { Query = page.Query.Length > 1 ? $"{page.Query}&{query}" : query }.Uri;

    public string ToAuthorization(string query) => $"{AuthSchemes[0]} {Base64Url.EncodeToString(Encoding.ASCII.GetBytes(query))}";

    public Func<ReadOnlySpan<char>, Verdict>? CreateJudge(Credentials credentials, TimeSpan lifetime, TimeProvider clock)
    {
        if (credentials is not { Id: { } appId, Key: not null })
        {
            return null;
        }

        var options = new VkLaunchParamsVerifierOptions { Lifetime = lifetime, TimeProvider = clock };
        var verifier = new VkLaunchParamsVerifier(options.AddApp(appId, ReadKey(credentials)));
        return token =>
        {
            var result = verifier.Verify(token);
            return result.Succeeded
                ? new Verdict(null, result.LaunchParams.UserId, result.LaunchParams.AppId)
                : new Verdict(VkRefusals.Of(result.Failure));
        };
    }

    public PlatformKey MakeUpKey() => new(RandomNumberGenerator.GetHexString(64), "made up");

    public DateTimeOffset? ReadTime(ReadOnlySpan<char> token) =>
        VkLaunchParams.TryParseUnverified(token, out var launch) && launch[VkLaunchParamNames.Timestamp] is not null
            ? launch.Timestamp
            : null;

    /// <summary>The key, where it may be one; what the library's exceptions say is for programmers.</summary>
    private static string ReadKey(Credentials credentials) => string.IsNullOrWhiteSpace(credentials.Key!.Value)
        ? throw new UsageException("The protected key is blank.", "It is in the app's settings at VK.")
        : credentials.Key.Value;
}
