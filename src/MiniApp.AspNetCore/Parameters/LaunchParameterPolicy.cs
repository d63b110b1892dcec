using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore;

/// <summary>Puts, where the code behind an endpoint takes a launch, one in the endpoint's place that provides it.</summary>
internal sealed class LaunchParameterPolicy(IEnumerable<ILaunchType> launches, ILogger<LaunchParameterPolicy> logger) : ReplacingPolicy
{
    private readonly ILaunchType[] _launches = [.. launches];

    /// <summary>The last: others put endpoints in place of others, too.</summary>
    public override int Order => int.MaxValue;

    protected override Endpoint Make(Endpoint endpoint)
    {
        if (endpoint.RequestDelegate is not { Target: not LaunchProvider } handle)
        {
            return endpoint;
        }

        var parameters = LaunchParameterReader.Read(endpoint.Metadata, type => Array.Exists(_launches, launch => launch.Type == type));
        return parameters.Count == 0 ? endpoint : Copy(endpoint, new LaunchProvider(endpoint, handle, parameters, _launches, logger).InvokeAsync);
    }
}
