using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>Keeps everybody but the developer's own browser from the launcher, and the launcher's answers out of every cache.</summary>
internal sealed class LauncherGuard(MiniAppLauncherOptions options, LauncherSecret secret)
{
    private const string WhatToDo = "Open the address that the application printed when it started, on the machine that it runs on.";

    private const string WhatToKeep =
        "A development server in between has to pass the header Host on as it came: changeOrigin: false in Vite.";

    private readonly string _optionName = $"{options.GetType().Name}.{nameof(options.AllowedHosts)}";
    private readonly HostNames _allowedHosts = new(options.AllowedHosts);

    /// <summary>Whether the launcher answers a request that calls it by a name.</summary>
    public bool Answers(HostString host) => _allowedHosts.Contain(host) || LoopbackOnly.IsHost(host);

    /// <summary>Guards the page and its files, which hold no secret: anybody who is on this machine may navigate to them.</summary>
    public void GuardFiles(IEndpointConventionBuilder endpoints) => Guard(endpoints, FindRefusal);

    /// <summary>Guards what signs and tells: only who knows the secret may ask, and no other site for them.</summary>
    public void GuardData(IEndpointConventionBuilder endpoints) => Guard(endpoints, context => FindRefusal(context) ?? FindRefusalOfStranger(context));

    private string? FindRefusal(HttpContext context) =>
        (ProxyHeaders.Find(context.Request.Headers) ?? ProxyHeaders.FindReplaced(context)) is { } header
            ? $"The header {header} says that a proxy or a tunnel passed this on, and the launcher is for this machine alone. {WhatToDo}"
        : !_allowedHosts.Contain(RequestHost.Of(context.Request)) ? FindRefusalOfDistance(context)
        : null;

    /// <remarks>A name that the options allow may be one of a container or a test stand, which is reached over a network.</remarks>
    private string? FindRefusalOfDistance(HttpContext context) =>
        !LoopbackOnly.IsHost(RequestHost.Of(context.Request))
            ? $"The launcher answers only under localhost, loopback addresses and the names in {_optionName}. {WhatToDo}"
        : !LoopbackOnly.IsConnection(context.Connection)
            ? $"The launcher answers this machine alone, unless it is called by a name in {_optionName}. {WhatToDo}"
        : null;

    private string? FindRefusalOfStranger(HttpContext context) =>
        OwnPageOnly.IsOfAnotherSite(context.Request) ? $"The launcher answers its own page alone. {WhatToDo} {WhatToKeep}"
        : !secret.Matches(context.Request.Headers[OwnPageOnly.Header])
            ? $"The launcher's secret is missing, or of another start. {WhatToDo} The secret stands behind its #."
        : null;

    /// <remarks>It stands in front of every endpoint of a group, so that none can be added without it.</remarks>
    private static void Guard(IEndpointConventionBuilder endpoints, Func<HttpContext, string?> findRefusal) =>
        endpoints.Add(endpoint =>
        {
            var next = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = context =>
            {
                var headers = context.Response.Headers;
                headers.CacheControl = "no-store";
                headers.XContentTypeOptions = "nosniff";
                headers["Cross-Origin-Resource-Policy"] = "same-origin";
                return findRefusal(context) is { } refusal ? Refuse(context.Response, refusal) : next(context);
            };
        });

    private static Task Refuse(HttpResponse response, string refusal)
    {
        response.StatusCode = StatusCodes.Status403Forbidden;
        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync(refusal);
    }
}
