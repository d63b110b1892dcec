using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>What stands at every launcher's path: the page, its files, and what its script asks, each behind the guard.</summary>
internal sealed class LauncherEndpoints(ILauncherPlatform platform, MiniAppLauncherOptions options, LauncherGuard guard, CallLog calls)
{
    public void Map(RouteGroupBuilder group)
    {
        var files = group.MapGroup("");
        guard.GuardFiles(files);
        LauncherPage.Map(files, platform, options);

        var data = group.MapGroup("");
        guard.GuardData(data);
        data.MapPost("claims", ReadClaimsAsync);
        data.MapGet("calls", SendCallsAsync);
        data.MapGet("api", JsonEndpoint.Get(DescribeApi, LauncherJson.Strict.ApiSettings));
        platform.Map(data);
    }

    private ApiSettings DescribeApi() => new(platform.Name, options.AuthenticationScheme, platform.Scheme.AuthSchemes[0]);

    private async Task ReadClaimsAsync(HttpContext context)
    {
        if (await JsonEndpoint.ReadAsync(context, LauncherJson.Strict.ClaimsRequest) is { } request)
        {
            var header = $"{platform.Scheme.AuthSchemes[0]} {request.Token}";
            var answer = await ClaimsReader.ReadAsync(context.RequestServices, options.AuthenticationScheme, header);
            await JsonEndpoint.SendAsync(context, answer, LauncherJson.Strict.ClaimsAnswer);
        }
    }

    private Task SendCallsAsync(HttpContext context) =>
        long.TryParse(context.Request.Query["after"], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? JsonEndpoint.SendAsync(context, calls.After(number) with { Now = LaunchTime.NowInMilliseconds(platform.Scheme) }, LauncherJson.Strict.CallList)
            : JsonEndpoint.RefuseAsync(context, "The number of the last call that is known has to be in 'after'.");
}
