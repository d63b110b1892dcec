using System.Security.Cryptography;
using MaxMiniApp;
using MaxMiniApp.AspNetCore;
using Microsoft.Extensions.DependencyInjection;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Platforms;

/// <summary>Init data of MAX mini apps.</summary>
internal sealed class MaxTokens() : InitDataPlatform(
    keyHint: "A bot token has no white space in it; it is on MAX's platform for partners.")
{
    /// <summary>The names that MAX's init data has, and Telegram's has not.</summary>
    public static IReadOnlyList<string> OwnNames { get; } = ["WebAppData", MaxInitDataFieldNames.Ip];

    public override string Name => "max";

    public override string Title => "MAX";

    public override string SchemeName => MaxMiniAppDefaults.AuthenticationScheme;

    /// <summary>Neither init data nor a token says which bot it is of.</summary>
    public override PlatformId? Id => null;

    public override IReadOnlyList<string> AuthSchemes { get; } = ["max", "Bearer"];

    public override TokenFormat Format { get; } = new(
        [MaxInitDataFieldNames.AuthDate],
        [MaxInitDataFieldNames.AuthDate],
        [MaxInitDataFieldNames.Hash],
        Fragment: "WebAppData");

    public override SchemeSettings GiveId(SchemeSettings settings, long id) => settings;

    public override IScheme Open(SchemeSettings settings, ToolEnvironment environment) => new MaxScheme(
        settings.Scheme,
        SchemeOptions.Read<MaxMiniAppOptions>(
            settings, environment, (builder, scheme, configure) => builder.AddMaxMiniApp(scheme, configure)),
        environment.Clock);

    public override string MakeUpKey() => RandomNumberGenerator.GetHexString(64);

    public override Uri ToPageAddress(Uri page, string query) => ToPageAddress(page, query, rest: "");

    public override DateTimeOffset? ReadTime(ReadOnlySpan<char> token) =>
        MaxInitData.TryParseUnverified(token, out var initData) ? initData.AuthDate : null;

    protected override bool IsKey(string text) => MaxBotToken.IsUsable(text);
}
