using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore;

/// <summary>
/// A request's services, of which launches that are not there are <see langword="null"/>. Whatever the question mark says, the framework
/// asks for a parameter of a registered type as for one that is required, and would answer 500.
/// </summary>
/// <param name="services">The request's services.</param>
/// <param name="isLaunch">Tells the types that may be missing.</param>
internal sealed class LaunchServices(IServiceProvider services, Predicate<Type> isLaunch) : IKeyedServiceProvider, ISupportRequiredService
{
    public object? GetService(Type serviceType) => services.GetService(serviceType);

    public object GetRequiredService(Type serviceType) =>
        isLaunch(serviceType) ? services.GetService(serviceType)! : services.GetRequiredService(serviceType);

    public object? GetKeyedService(Type serviceType, object? serviceKey) => services.GetKeyedService(serviceType, serviceKey);

    public object GetRequiredKeyedService(Type serviceType, object? serviceKey) => services.GetRequiredKeyedService(serviceType, serviceKey);
}
