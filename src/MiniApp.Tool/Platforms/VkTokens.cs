using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using MiniApp.Tool.Keys;
using VkMiniApp;

namespace MiniApp.Tool.Platforms;

/// <summary>Launch parameters of VK mini apps.</summary>
internal sealed class VkTokens : IPlatform
{
    private static readonly string[] Numbers = [VkLaunchParamNames.AppId, VkLaunchParamNames.UserId, VkLaunchParamNames.Timestamp];

    public string Name => "vk";

    public string Title => "VK";

    public string KeyName => "protected key";

    public string KeySetting => "Authentication:Schemes:VkMiniApp:AppSecret";

    public PlatformId Id { get; } = new("app id", "--app-id", "Authentication:Schemes:VkMiniApp:AppId", "appId", IsInKey: false);

    public TimeSpan Lifetime { get; } = new VkLaunchParamsVerifierOptions().Lifetime;

    public TokenShape Shape { get; } = new(
        [VkLaunchParamNames.Sign, .. Numbers],
        [.. Numbers, VkLaunchParamNames.OkUserId],
        [VkLaunchParamNames.Sign],
        Fragment: null,
        VkLaunchParamNames.Prefix);

    public string Sign(Launch launch, Credentials credentials, TimeProvider clock)
    {
        if (launch.Parameters.Keys.Any(name => !name.StartsWith(VkLaunchParamNames.Prefix, StringComparison.Ordinal)))
        {
            throw new ToolException("VK signs only parameters whose names start with vk_.", "Append the others to the signed query.");
        }

        var (appId, key) = Require(credentials);
        var descriptor = new VkLaunchParamsDescriptor
        {
            UserId = launch.UserId,
            Timestamp = clock.GetUtcNow() - launch.Age,
            Language = launch.Language ?? "ru",
            GroupId = launch.GroupId,
            ViewerGroupRole = launch.Role is { } role ? new VkGroupRole(role) : null,
            Additional = launch.Parameters,
        };

        return new VkLaunchParamsSigner(appId, key, clock).SignQuery(descriptor);
    }

    public Uri ToPageAddress(Uri page, string query) =>
        new UriBuilder(page) { Query = page.Query.Length > 1 ? $"{page.Query}&{query}" : query }.Uri;

    public string ToAuthorization(string query) => $"Bearer {Base64Url.EncodeToString(Encoding.ASCII.GetBytes(query))}";

    public Func<ReadOnlySpan<char>, Verdict>? CreateJudge(Credentials credentials, TimeSpan lifetime, TimeProvider clock)
    {
        if (credentials.Id is null || credentials.Key is null)
        {
            return null;
        }

        var (appId, key) = Require(credentials);
        var options = new VkLaunchParamsVerifierOptions { Lifetime = lifetime, TimeProvider = clock }.AddApp(appId, key);
        var verifier = new VkLaunchParamsVerifier(options);

        return token =>
        {
            var result = verifier.Verify(token);
            return result.Succeeded
                ? new Verdict(null, result.LaunchParams.UserId, result.LaunchParams.AppId)
                : Verdict.Refused(result.Failure);
        };
    }

    public FoundSetting MakeUpKey() => new(RandomNumberGenerator.GetHexString(64), "made up");

    public DateTimeOffset? ReadTime(ReadOnlySpan<char> token) =>
        VkLaunchParams.TryParseUnverified(token, out var launch) && launch[VkLaunchParamNames.Timestamp] is not null ? launch.Timestamp : null;

    public Explanation Explain(string reason) => VkExplanations.Of(reason);

    private (long AppId, string Key) Require(Credentials credentials)
    {
        var key = credentials.Key!.Value;
        return string.IsNullOrWhiteSpace(key)
            ? throw new ToolException("The protected key is blank.", "It is in the app's settings at VK.")
            : (credentials.Id ?? throw new ToolException("There is no app id.", CredentialFinder.HintForId(Id)), key);
    }
}
