using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore;

/// <summary>Puts, where an endpoint demands an unused launch, one in its place that asks for it.</summary>
internal sealed class UnusedLaunchPolicy(
    IEnumerable<ILaunchType> launches, ILaunchSchemes schemes, LaunchUses uses, ILogger<UnusedLaunchPolicy> logger) : ReplacingPolicy
{
    private readonly ILaunchType[] _launches = [.. launches];

    /// <summary>Just before the one that provides launches to handlers: that one signs users in, and then this one asks.</summary>
    public override int Order => int.MaxValue - 1;

    protected override Endpoint Make(Endpoint endpoint)
    {
        if (endpoint.RequestDelegate is not { } handle
            || endpoint.Metadata.GetMetadata<RequireUnusedLaunchAttribute>() is null
            || endpoint.Metadata.GetMetadata<UnusedLaunchEndpoint>() is not null)
        {
            return endpoint;
        }

        var asking = new UnusedLaunchEndpoint(endpoint, handle, _launches, schemes, uses, logger);
        return Copy(endpoint, asking.InvokeAsync, asking);
    }
}
