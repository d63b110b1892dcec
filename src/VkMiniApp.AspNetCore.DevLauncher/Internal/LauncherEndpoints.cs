using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace VkMiniApp.AspNetCore.DevLauncher;

/// <summary>What stands at the launcher's path: the page, its files, and what its script asks.</summary>
internal sealed class LauncherEndpoints(LaunchFactory launches, CallLog calls, VkMiniAppLauncherOptions options)
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group, VkMiniAppLauncherOptions options)
    {
        var services = ((IEndpointRouteBuilder)group).ServiceProvider;
        ThrowIfNotOfVk(services, options.AuthenticationScheme);

        var launches = new LaunchFactory(services.GetRequiredService<IOptionsMonitor<VkMiniAppOptions>>(), options);
        var calls = new CallLog();
        var subscription = services.GetRequiredService<DiagnosticListener>()
            .Subscribe(new CallObserver(calls, launches, options.AppUrl), CallObserver.IsWanted);
        services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopped.Register(subscription.Dispose);

        new LauncherEndpoints(launches, calls, options).Map(group);
        return group.WithMetadata(LauncherEndpoint.Instance).AllowAnonymous().ExcludeFromDescription();
    }

    private void Map(RouteGroupBuilder group)
    {
        group.MapGet("/", LauncherGuard.ForFile(options, ShowPageAsync));
        foreach (var name in LauncherPage.Files.Keys)
        {
            group.MapGet(name, LauncherGuard.ForFile(options, LauncherPage.Serve(name, options)));
        }

        group.MapGet("settings", LauncherGuard.ForData(options, SendSettingsAsync));
        group.MapPost("launch", LauncherGuard.ForData(options, SignLaunchAsync));
        group.MapPost("hash", LauncherGuard.ForData(options, SignHashAsync));
        group.MapPost("claims", LauncherGuard.ForData(options, ReadClaimsAsync));
        group.MapGet("calls", LauncherGuard.ForData(options, SendCallsAsync));
    }

    /// <summary>The page's files are named relative to it, so its own address has to end with a slash.</summary>
    private Task ShowPageAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        if (path.EndsWith('/'))
        {
            return LauncherPage.Serve(LauncherPage.Index, options)(context);
        }

        context.Response.StatusCode = StatusCodes.Status302Found;
        context.Response.Headers.Location = $".{new PathString(path[path.LastIndexOf('/')..]).ToUriComponent()}/";
        return Task.CompletedTask;
    }

    private Task SendSettingsAsync(HttpContext context) =>
        SendAsync(context, LauncherSettings.Of(launches), LauncherJson.Default.LauncherSettings);

    private async Task SignLaunchAsync(HttpContext context)
    {
        if (await ReadAsync(context, LauncherJson.Default.LaunchRequest) is not { } launch)
        {
            return;
        }

        if (launch.FindFault() is { } fault)
        {
            await RefuseAsync(context, fault);
        }
        else if (launches.TrySign(launch, out var signed))
        {
            await SendAsync(context, signed, LauncherJson.Default.SignedLaunch);
        }
        else
        {
            await RefuseAsync(context, "The scheme knows no such app.");
        }
    }

    private async Task SignHashAsync(HttpContext context)
    {
        if (await ReadAsync(context, LauncherJson.Default.HashRequest) is not { } request)
        {
            return;
        }

        await (launches.TrySign(request, out var signed)
            ? SendAsync(context, signed, LauncherJson.Default.SignedHash)
            : RefuseAsync(context, "The payload must not be empty nor hold a tilde, and there has to be a user of an app of the scheme."));
    }

    private async Task ReadClaimsAsync(HttpContext context)
    {
        if (await ReadAsync(context, LauncherJson.Default.ClaimsRequest) is { } request)
        {
            var verdict = await ClaimsReader.ReadAsync(context.RequestServices, options.AuthenticationScheme, request.Token);
            await SendAsync(context, verdict, LauncherJson.Default.Verdict);
        }
    }

    private Task SendCallsAsync(HttpContext context) =>
        long.TryParse(context.Request.Query["after"], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? SendAsync(context, calls.After(number), LauncherJson.Default.CallList)
            : RefuseAsync(context, "The number of the last call that is known has to be in 'after'.");

    /// <summary>What the page sent, or <see langword="null"/> after the answer that refuses it.</summary>
    private static async Task<T?> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type)
        where T : class
    {
        if (!context.Request.HasJsonContentType())
        {
            await RefuseAsync(context, "The body has to be JSON.", StatusCodes.Status415UnsupportedMediaType);
            return null;
        }

        try
        {
            return await JsonSerializer.DeserializeAsync(context.Request.Body, type, context.RequestAborted) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            await RefuseAsync(context, "The body is not what the launcher's page sends.");
            return null;
        }
    }

    private static Task SendAsync<T>(HttpContext context, T value, JsonTypeInfo<T> type) =>
        context.Response.WriteAsJsonAsync(value, type, cancellationToken: context.RequestAborted);

    private static Task RefuseAsync(HttpContext context, string fault, int status = StatusCodes.Status400BadRequest)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(fault, context.RequestAborted);
    }

    private static void ThrowIfNotOfVk(IServiceProvider services, string scheme)
    {
        // The provider has its schemes at hand: the task is over before it is returned.
        var handler = services.GetService<IAuthenticationSchemeProvider>()?.GetSchemeAsync(scheme).GetAwaiter().GetResult()?.HandlerType;
        if (handler != typeof(VkMiniAppHandler))
        {
            throw new InvalidOperationException(
                $"There is no authentication scheme '{scheme}' of VK mini apps to sign launches for: call AddAuthentication().AddVkMiniApp().");
        }
    }
}
