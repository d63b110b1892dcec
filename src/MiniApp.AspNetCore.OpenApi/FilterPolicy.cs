using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Authorization;
using Microsoft.AspNetCore.Mvc.Filters;

namespace MiniApp.AspNetCore.OpenApi;

/// <summary>What MVC's own filters demand of an action's requests, besides the authorization middleware.</summary>
internal static class FilterPolicy
{
    /// <summary>The policy, put together as the filters do it, or <see langword="null"/> where there are none, or one lets anyone in.</summary>
    public static async Task<AuthorizationPolicy?> FindAsync(
        ActionDescriptor action, IAuthorizationPolicyProvider policies, IServiceProvider services)
    {
        IFilterMetadata[] filters = [.. action.FilterDescriptors?.Select(descriptor => Make(descriptor.Filter, services)) ?? []];
        if (filters.Any(filter => filter is IAllowAnonymousFilter))
        {
            return null;
        }

        AuthorizationPolicy? demanded = null;
        foreach (var filter in filters.OfType<AuthorizeFilter>())
        {
            var policy = filter.Policy ?? await AuthorizationPolicy.CombineAsync(filter.PolicyProvider ?? policies, filter.AuthorizeData ?? []);
            demanded = (demanded, policy) switch
            {
                (_, null) => demanded,
                (null, _) => policy,
                _ => AuthorizationPolicy.Combine(demanded, policy),
            };
        }

        return demanded;
    }

    /// <summary>The filter that one which stands for it makes, if that is one of authorization: others may do more than that when made.</summary>
    private static IFilterMetadata Make(IFilterMetadata filter, IServiceProvider services) => filter switch
    {
        TypeFilterAttribute { ImplementationType: var type } made when IsOfAuthorization(type) => made.CreateInstance(services),
        ServiceFilterAttribute { ServiceType: var type } made when IsOfAuthorization(type) => made.CreateInstance(services),
        _ => filter,
    };

    private static bool IsOfAuthorization(Type type) =>
        type.IsAssignableTo(typeof(AuthorizeFilter)) || type.IsAssignableTo(typeof(IAllowAnonymousFilter));
}
