using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MiniApp;
using MiniApp.AspNetCore;
using MiniApp.AspNetCore.DevLauncher;
using MiniApp.AspNetCore.DevLauncher.Tests;

namespace MaxMiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>MAX's launcher under the tests that hold for every launcher.</summary>
public sealed class MaxSubject : ILauncherSubject
{
    public static string Registration => "AddMaxMiniApp()";

    public static string OptionsName => nameof(MaxMiniAppLauncherOptions);

    public static string AuthScheme => "max";

    public static string Secret => MaxApp.Secret;

    public static string ProofName => "hash";

    public static string ExpiredDescription => "The init data has expired";

    public static string ForgedFailure => nameof(InitDataFailure.InvalidProof);

    public static IEnumerable<string> Failures =>
        Enum.GetNames<InitDataFailure>().Except([nameof(InitDataFailure.None)], StringComparer.Ordinal);

    // An empty token is no credentials: a page outside MAX sends it.
    public static string?[] FailuresOnJunk => [null, nameof(InitDataFailure.Malformed), nameof(InitDataFailure.MissingProof)];

    public static IEnumerable<string> Files => new PageFiles("MAX").Names;

    public static string Launch =>
        """{"userId":42,"kind":"aged","ageSeconds":5,"firstName":"Ada","bot":"1","chatId":"-7","chatType":"CHAT","startParam":"x"}""";

    public static (string Method, string Path, string? Json)[] Requests =>
    [
        ("GET", "/launcher/settings", null),
        ("GET", "/launcher/api", null),
        ("GET", "/launcher/calls?after=0", null),
        ("POST", "/launcher/launch", """{"userId":42}"""),
        ("POST", "/launcher/claims", """{"token":"x"}"""),
        ("POST", "/launcher/contact", """{"userId":42,"phoneNumber":"79110000000"}"""),
    ];

    public static void AddScheme(AuthenticationBuilder builder, Action<MiniAppOptions> configure) => builder.AddMaxMiniApp(options =>
    {
        options.BotToken = MaxApp.BotToken;
        configure(options);
    });

    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints) => endpoints.MapMaxMiniAppLauncher();

    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints, string pattern) => endpoints.MapMaxMiniAppLauncher(pattern);

    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints, string pattern, Action<MiniAppLauncherOptions> configure) =>
        endpoints.MapMaxMiniAppLauncher(pattern, configure);
}
