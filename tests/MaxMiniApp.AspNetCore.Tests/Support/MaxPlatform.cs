using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MiniApp;

namespace MaxMiniApp.AspNetCore.Tests;

/// <summary>MAX, as the tests know it that hold for every platform of its kind.</summary>
public sealed class MaxPlatform : IInitDataPlatform
{
    public static string Scheme => "MaxMiniApp";

    public static string Issuer => "MAX";

    public static string Word => "max";

    public static string Prefix => "max";

    public static string BotToken => "bot-hush-hush";

    public static string OlderBotToken => "bot-older-hush-hush";

    public static string OtherBotToken => "other-hush-hush";

    public static bool IsMax => true;

    public static IReadOnlyDictionary<string, Demand> Demands => MaxDemands.All;

    public static string DemandedHeader => MaxDemands.Header;

    public static MiniAppOptions CreateOptions() => new MaxMiniAppOptions();

    public static MiniAppOptions OptionsOf(IServiceProvider services, string scheme) =>
        services.GetRequiredService<IOptionsMonitor<MaxMiniAppOptions>>().Get(scheme);

    public static IEnumerable<bool> Judge(IServiceProvider services, MiniAppOptions options) =>
        services.GetServices<IValidateOptions<MaxMiniAppOptions>>()
            .Select(rule => !rule.Validate(Scheme, (MaxMiniAppOptions)options).Failed);

    public static AuthenticationBuilder Add(
        AuthenticationBuilder builder, string overload, string scheme, string? displayName, Action<MiniAppOptions> configure) => overload switch
        {
            "()" => builder.AddMaxMiniApp(),
            "(scheme)" => builder.AddMaxMiniApp(scheme),
            "(configure)" => builder.AddMaxMiniApp(configure),
            "(scheme, configure)" => builder.AddMaxMiniApp(scheme, configure),
            "(scheme, name, configure)" => builder.AddMaxMiniApp(scheme, displayName, configure),
            _ => throw new ArgumentOutOfRangeException(nameof(overload)),
        };

    public static void AddBot(MiniAppOptions options, string botToken, params string[] olderTokens) =>
        ((MaxMiniAppOptions)options).AddBot(botToken, olderTokens);

    public static void SetBotToken(MiniAppOptions options, string? botToken) =>
        ((MaxMiniAppOptions)options).BotToken = botToken;

    public static void AcceptBearer(MiniAppOptions options) => ((MaxMiniAppOptions)options).AcceptBearer = true;

    public static Enum Failure(string name) => Enum.Parse<InitDataFailure>(name);

    public static bool HasInitData(HttpRequest request) => request.HasMaxInitData();

    public static long? UserIdOf(ClaimsPrincipal principal) => principal.GetMaxUserId();

    public static object? InitDataOf(ClaimsPrincipal principal) => principal.GetMaxInitData();

    public static object InitDataOf(TokenValidatedContext context) => context.GetMaxInitData();
}
