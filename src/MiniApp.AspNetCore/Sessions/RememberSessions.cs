using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore;

/// <summary>Has revocations remembered for as long as sessions live.</summary>
internal sealed class RememberSessions(IServiceProvider services) : IPostConfigureOptions<MiniAppSessionOptions>
{
    // A platform brings the revocations, and where there is none, it is told of elsewhere.
    public void PostConfigure(string? name, MiniAppSessionOptions options) =>
        services.GetService<MiniAppRevocations>()?.Memory.Reach(options.MaxLifetime);
}
