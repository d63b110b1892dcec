using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore;

/// <summary>
/// Lets the code behind endpoints take a launch. The framework offers a type of the core, which does not know ASP.NET Core, no other way
/// than to be a service.
/// </summary>
internal static class LaunchParameters
{
    public static void Add<THandler, TLaunch>(IServiceCollection services)
        where TLaunch : class, IMiniAppLaunch
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ILaunchType, LaunchType<THandler, TLaunch>>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, LaunchParameterPolicy>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<MvcOptions>, LaunchModelBinding<TLaunch>>());
        services.TryAddTransient(provider => Find<TLaunch>(provider)!);
    }

    // An application's own service takes the launch wherever it is used: that is for the accessor, which the application may have.
    private static TLaunch? Find<TLaunch>(IServiceProvider provider)
        where TLaunch : class, IMiniAppLaunch =>
        LaunchScope.Find<TLaunch>() ?? provider.GetService<IHttpContextAccessor>()?.HttpContext?.User.GetLaunch<TLaunch>();
}
