using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using MiniApp.Tool.Terminal;
using VkMiniApp;
using VkMiniApp.AspNetCore;

namespace MiniApp.Tool.Platforms;

/// <summary>Launch parameters of VK mini apps.</summary>
internal sealed class VkTokens : IPlatform
{
    private const string AppId = nameof(VkMiniAppOptions.AppId);
    private const string AppSecret = nameof(VkMiniAppOptions.AppSecret);
    private const string Apps = nameof(VkMiniAppOptions.Apps);

    private static readonly string[] Numbers = [VkLaunchParamNames.AppId, VkLaunchParamNames.UserId, VkLaunchParamNames.Timestamp];

    public string Name => "vk";

    public string Title => "VK";

    public string TokenName => "launch";

    public string SchemeName => VkMiniAppDefaults.AuthenticationScheme;

    public string KeyName => "protected key";

    public IReadOnlyList<string> KeySettings { get; } = [AppSecret, Apps];

    public PlatformId Id { get; } = new("app id", "--app-id", AppId, Apps, "appId", IsEnough: false, VkLaunchParamNames.AppId);

    public TimeSpan DefaultLifetime => VkLaunchParamsVerifierOptions.DefaultLifetime;

    public IReadOnlyList<string> AuthSchemes { get; } = ["Bearer", "VK"];

    public TokenFormat Format { get; } = new(
        [VkLaunchParamNames.Sign, .. Numbers],
        [.. Numbers, VkLaunchParamNames.OkUserId],
        [VkLaunchParamNames.Sign],
        Fragment: null,
        VkLaunchParamNames.Prefix);

    public SchemeSettings GiveKey(SchemeSettings settings, string key, string place) => string.IsNullOrWhiteSpace(key)
        ? throw new UsageException("The protected key is blank.", "It is in the app's settings at VK.")
        : settings.Without(KeySettings).With(AppSecret, key, place);

    public SchemeSettings GiveId(SchemeSettings settings, long id)
    {
        var text = id.ToString(CultureInfo.InvariantCulture);
        var ofOthers = settings.Members(Apps)
            .Select(member => string.Join(':', member.Key.Split(':').Take(2)))
            .Where(name => !name.Equals($"{Apps}:{text}", StringComparison.OrdinalIgnoreCase));
        var own = settings.Without([.. ofOthers]);

        return settings.Members(AppId).Any(member => member.Value == text) ? own
            : own.Has(Apps) ? own.Without(AppId, AppSecret)
            : own.With(AppId, text);
    }

    public IScheme Open(SchemeSettings settings, ToolEnvironment environment) => new VkScheme(
        settings.Scheme,
        SchemeOptions.Read<VkMiniAppOptions>(
            settings, environment, (builder, scheme, configure) => builder.AddVkMiniApp(scheme, configure)),
        environment.Clock);

    public string MakeUpKey() => RandomNumberGenerator.GetHexString(64);

    public Uri ToPageAddress(Uri page, string query) =>
        new UriBuilder(page) { Query = page.Query.Length > 1 ? $"{page.Query}&{query}" : query }.Uri;

    public string ToToken(string query) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(query));

    public DateTimeOffset? ReadTime(ReadOnlySpan<char> token) =>
        VkLaunchParams.TryParseUnverified(token, out var launch) && launch[VkLaunchParamNames.Timestamp] is not null
            ? launch.Timestamp
            : null;
}
