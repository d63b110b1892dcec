using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MiniApp;

namespace TelegramMiniApp.AspNetCore.Tests;

/// <summary>Telegram, as the tests know it that hold for every platform of its kind.</summary>
public sealed class TelegramPlatform : IInitDataPlatform
{
    public static string Scheme => "TelegramMiniApp";

    public static string Issuer => "Telegram";

    public static string Word => "tma";

    public static string Prefix => "telegram";

    public static string BotToken => "51000001:hush-hush";

    public static string OlderBotToken => "51000001:older-hush-hush";

    public static string OtherBotToken => "51000002:hush-hush";

    public static bool IsMax => false;

    public static IReadOnlyDictionary<string, Demand> Demands => TelegramDemands.All;

    public static string DemandedHeader => TelegramDemands.Header;

    public static MiniAppOptions CreateOptions() => new TelegramMiniAppOptions();

    public static MiniAppOptions OptionsOf(IServiceProvider services, string scheme) =>
        services.GetRequiredService<IOptionsMonitor<TelegramMiniAppOptions>>().Get(scheme);

    public static IEnumerable<bool> Judge(IServiceProvider services, MiniAppOptions options) =>
        services.GetServices<IValidateOptions<TelegramMiniAppOptions>>()
            .Select(rule => !rule.Validate(Scheme, (TelegramMiniAppOptions)options).Failed);

    public static AuthenticationBuilder Add(
        AuthenticationBuilder builder, string overload, string scheme, string? displayName, Action<MiniAppOptions> configure) => overload switch
        {
            "()" => builder.AddTelegramMiniApp(),
            "(scheme)" => builder.AddTelegramMiniApp(scheme),
            "(configure)" => builder.AddTelegramMiniApp(configure),
            "(scheme, configure)" => builder.AddTelegramMiniApp(scheme, configure),
            "(scheme, name, configure)" => builder.AddTelegramMiniApp(scheme, displayName, configure),
            _ => throw new ArgumentOutOfRangeException(nameof(overload)),
        };

    public static void AddBot(MiniAppOptions options, string botToken, params string[] olderTokens) =>
        ((TelegramMiniAppOptions)options).AddBot(botToken, olderTokens);

    public static void SetBotToken(MiniAppOptions options, string? botToken) =>
        ((TelegramMiniAppOptions)options).BotToken = botToken;

    public static void AcceptBearer(MiniAppOptions options) => ((TelegramMiniAppOptions)options).AcceptBearer = true;

    public static Enum Failure(string name) => Enum.Parse<InitDataFailure>(name);

    public static bool HasInitData(HttpRequest request) => request.HasTelegramInitData();

    public static long? UserIdOf(ClaimsPrincipal principal) => principal.GetTelegramUserId();

    public static object? InitDataOf(ClaimsPrincipal principal) => principal.GetTelegramInitData();

    public static object InitDataOf(TokenValidatedContext context) => context.GetTelegramInitData();
}
