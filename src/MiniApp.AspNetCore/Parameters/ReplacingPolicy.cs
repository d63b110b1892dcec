using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace MiniApp.AspNetCore;

/// <summary>Puts endpoints in place of others. Routing asks such a policy nothing about requests to those that it leaves alone.</summary>
internal abstract class ReplacingPolicy : MatcherPolicy, IEndpointSelectorPolicy
{
    /// <summary>An endpoint, and what stands in its place. Applications may make endpoints anew, over and over.</summary>
    private readonly ConditionalWeakTable<Endpoint, Endpoint> _known = [];

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) =>
        ContainsDynamicEndpoints(endpoints) || endpoints.Any(endpoint => IsUnreadPage(endpoint) || Replace(endpoint) != endpoint);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        for (var index = 0; index < candidates.Count; index++)
        {
            if (candidates.IsValidCandidate(index)
                && candidates[index].Endpoint is { } endpoint
                && Replace(endpoint) is var replaced
                && replaced != endpoint)
            {
                candidates.ReplaceEndpoint(index, replaced, candidates[index].Values);
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>What stands in an endpoint's place; the endpoint itself where nothing does.</summary>
    protected abstract Endpoint Make(Endpoint endpoint);

    /// <summary>An endpoint like another one, that is handled so.</summary>
    protected static Endpoint Copy(Endpoint endpoint, RequestDelegate handle, params object[] furtherMetadata)
    {
        var metadata = furtherMetadata is [] ? endpoint.Metadata : new EndpointMetadataCollection([.. endpoint.Metadata, .. furtherMetadata]);
        return endpoint is RouteEndpoint route
            ? new RouteEndpoint(handle, route.RoutePattern, route.Order, metadata, route.DisplayName)
            : new Endpoint(handle, metadata, endpoint.DisplayName);
    }

    /// <summary>Whether the endpoint is a page that is read when the first request asks for it.</summary>
    private static bool IsUnreadPage(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not (null or CompiledPageActionDescriptor);

    private Endpoint Replace(Endpoint endpoint)
    {
        if (!_known.TryGetValue(endpoint, out var replaced))
        {
            // Of two that are made at once, all requests are given the same one: others may keep what they know of an endpoint with it.
            replaced = _known.GetValue(endpoint, Make);
        }

        return replaced;
    }
}
