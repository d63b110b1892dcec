using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MiniApp.AspNetCore;
using MiniApp.AspNetCore.DevLauncher;
using MiniApp.AspNetCore.DevLauncher.Tests;

namespace VkMiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>VK's launcher under the tests that hold for every launcher.</summary>
public sealed class VkSubject : ILauncherSubject
{
    public static string Registration => "AddVkMiniApp()";

    public static string OptionsName => nameof(VkMiniAppLauncherOptions);

    public static string AuthScheme => "Bearer";

    public static string Secret => VkApp.Secret;

    public static string ProofName => "sign";

    public static string ExpiredDescription => "The launch parameters have expired";

    public static string ForgedFailure => nameof(VkLaunchFailure.InvalidSignature);

    public static IEnumerable<string> Failures => Enum.GetNames<VkLaunchFailure>().Except([nameof(VkLaunchFailure.None)], StringComparer.Ordinal);

    public static string?[] FailuresOnJunk => [nameof(VkLaunchFailure.Malformed), nameof(VkLaunchFailure.MissingParameter)];

    public static IEnumerable<string> Files => new PageFiles("VK").Names;

    public static string Launch => """{"userId":42,"kind":"aged","ageSeconds":5,"scopes":["friends"],"groupId":"7","viewerGroupRole":"admin"}""";

    public static (string Method, string Path, string? Json)[] Requests =>
    [
        ("GET", "/launcher/settings", null),
        ("GET", "/launcher/api", null),
        ("GET", "/launcher/calls?after=0", null),
        ("POST", "/launcher/launch", """{"userId":42}"""),
        ("POST", "/launcher/claims", """{"token":"x"}"""),
        ("POST", "/launcher/contact", """{"userId":42,"field":"email","value":"a@b.example"}"""),
        ("POST", "/launcher/hash", """{"appId":6736218,"userId":42,"payload":"x"}"""),
        ("POST", "/launcher/payment", """{"userId":42,"orderId":1,"item":"coins"}"""),
    ];

    public static void AddScheme(AuthenticationBuilder builder, Action<MiniAppOptions> configure) => builder.AddVkMiniApp(options =>
    {
        options.AppId = VkApp.AppId;
        options.AppSecret = Secret;
        configure(options);
    });

    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints) => endpoints.MapVkMiniAppLauncher();

    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints, string pattern) => endpoints.MapVkMiniAppLauncher(pattern);

    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints, string pattern, Action<MiniAppLauncherOptions> configure) =>
        endpoints.MapVkMiniAppLauncher(pattern, configure);
}
