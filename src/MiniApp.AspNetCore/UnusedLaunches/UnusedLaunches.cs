using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MiniApp.AspNetCore;

/// <summary>The services by which endpoints demand unused launches.</summary>
internal static class UnusedLaunches
{
    public static void Add(IServiceCollection services) =>
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, UnusedLaunchPolicy>());
}
