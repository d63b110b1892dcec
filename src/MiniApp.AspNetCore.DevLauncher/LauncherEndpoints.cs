using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>What stands at every launcher's path: the page, its files, and what its script asks whatever the platform.</summary>
internal sealed class LauncherEndpoints(ILauncherPlatform platform, CallLog calls, ILauncherOptions options)
{
    public void Map(RouteGroupBuilder group)
    {
        foreach (var (name, serve) in LauncherPage.Files(platform.Name, options))
        {
            group.MapGet(name, LauncherGuard.ForFile(options, serve));
            if (name == LauncherPage.Index)
            {
                group.MapGet("/", LauncherGuard.ForFile(options, context => ShowPageAsync(context, serve)));
            }
        }

        group.MapPost("claims", LauncherGuard.ForData(options, ReadClaimsAsync));
        group.MapGet("calls", LauncherGuard.ForData(options, SendCallsAsync));
        platform.Map(group);
    }

    /// <summary>The page's files are named relative to it, so its own address has to end with a slash.</summary>
    private static Task ShowPageAsync(HttpContext context, RequestDelegate serve)
    {
        var path = context.Request.Path.Value ?? "";
        if (path.EndsWith('/'))
        {
            return serve(context);
        }

        context.Response.StatusCode = StatusCodes.Status302Found;
        context.Response.Headers.Location = $".{new PathString(path[path.LastIndexOf('/')..]).ToUriComponent()}/";
        return Task.CompletedTask;
    }

    private async Task ReadClaimsAsync(HttpContext context)
    {
        if (await LauncherBody.ReadAsync(context, LauncherJson.Default.ClaimsRequest) is { } request)
        {
            var header = $"{platform.Scheme.AuthSchemes[0]} {request.Token}";
            var verdict = await ClaimsReader.ReadAsync(context.RequestServices, options.AuthenticationScheme, header);
            await LauncherBody.SendAsync(context, verdict, LauncherJson.Default.Verdict);
        }
    }

    private Task SendCallsAsync(HttpContext context) =>
        long.TryParse(context.Request.Query["after"], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? LauncherBody.SendAsync(context, calls.After(number), LauncherJson.Default.CallList)
            : LauncherBody.RefuseAsync(context, "The number of the last call that is known has to be in 'after'.");
}
