using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MiniApp;
using MiniApp.AspNetCore;
using MiniApp.AspNetCore.DevLauncher;
using MiniApp.AspNetCore.DevLauncher.Tests;

namespace TelegramMiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>Telegram's launcher under the tests that hold for every launcher.</summary>
public sealed class TelegramSubject : ILauncherSubject
{
    public static string Registration => "AddTelegramMiniApp()";

    public static string OptionsName => nameof(TelegramMiniAppLauncherOptions);

    public static string AuthScheme => "tma";

    public static string Secret => TelegramApp.Secret;

    public static string ProofName => "hash";

    public static string ExpiredDescription => "The init data has expired";

    public static string ForgedFailure => nameof(InitDataFailure.InvalidProof);

    public static IEnumerable<string> Failures =>
        Enum.GetNames<InitDataFailure>().Except([nameof(InitDataFailure.None)], StringComparer.Ordinal);

    // An empty token is no credentials: a page outside Telegram sends it.
    public static string?[] FailuresOnJunk => [null, nameof(InitDataFailure.Malformed), nameof(InitDataFailure.MissingProof)];

    public static IEnumerable<string> Files => new PageFiles("Telegram").Names;

    public static string Launch =>
        """{"userId":42,"kind":"aged","ageSeconds":5,"firstName":"Ada","botId":"51000001","chatType":"group","startParam":"x"}""";

    public static (string Method, string Path, string? Json)[] Requests =>
    [
        ("GET", "/launcher/settings", null),
        ("GET", "/launcher/api", null),
        ("GET", "/launcher/calls?after=0", null),
        ("POST", "/launcher/launch", """{"userId":42}"""),
        ("POST", "/launcher/claims", """{"token":"x"}"""),
        ("POST", "/launcher/contact", """{"userId":42,"phoneNumber":"79110000000"}"""),
    ];

    public static void AddScheme(AuthenticationBuilder builder, Action<MiniAppOptions> configure) => builder.AddTelegramMiniApp(options =>
    {
        options.BotToken = TelegramApp.BotToken;
        configure(options);
    });

    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints) => endpoints.MapTelegramMiniAppLauncher();

    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints, string pattern) => endpoints.MapTelegramMiniAppLauncher(pattern);

    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints, string pattern, Action<MiniAppLauncherOptions> configure) =>
        endpoints.MapTelegramMiniAppLauncher(pattern, configure);
}
