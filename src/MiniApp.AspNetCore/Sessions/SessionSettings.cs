using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore;

/// <summary>What the framework hands a handler, for the endpoints of sessions.</summary>
internal sealed class SessionSettings(IOptionsMonitor<MiniAppSessionOptions> options)
{
    public AuthenticationScheme Scheme { get; } =
        new(MiniAppSessionDefaults.AuthenticationScheme, displayName: null, typeof(MiniAppSessionHandler));

    /// <summary>The options that are in force now.</summary>
    public MiniAppSessionOptions Options => options.Get(MiniAppSessionDefaults.AuthenticationScheme);

    public MiniAppSessionEvents FindEvents(HttpContext context) => Options is { EventsType: { } type }
        ? (MiniAppSessionEvents)context.RequestServices.GetRequiredService(type)
        : Options.Events;
}
