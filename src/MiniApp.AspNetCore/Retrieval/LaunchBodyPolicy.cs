using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace MiniApp.AspNetCore;

/// <summary>
/// Reads the launch out of the body as soon as routing knows that the endpoint takes it from there: who picks a scheme by the look of the
/// token can't wait for a body. A body that can't be read gets an endpoint that says so, as the framework's answer 415 is one.
/// </summary>
internal sealed class LaunchBodyPolicy(ILaunchTokens tokens) : MatcherPolicy, IEndpointSelectorPolicy
{
    /// <summary>An endpoint, and what answers a bad body in its place.</summary>
    private readonly ConditionalWeakTable<Endpoint, Endpoint> _refusals = [];

    /// <summary>Before those that put other endpoints in place: a refusal is none of theirs.</summary>
    public override int Order => int.MaxValue - 2;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) =>
        ContainsDynamicEndpoints(endpoints) || endpoints.Any(endpoint => FindPlace(endpoint) is not null || IsUnreadPage(endpoint));

    public async Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        if (FindBest(candidates) is not (>= 0 and var index)
            || candidates[index].Endpoint is not { } endpoint
            || FindPlace(endpoint) is not { } place
            || await tokens.AreInAsync(httpContext.Request))
        {
            return;
        }

        var content = await LaunchBody.ReadAsync(httpContext.Request, place);
        var authScheme = content.Token is { } token ? await tokens.FindAuthSchemeAsync(token) : null;
        httpContext.Features.Set(new LaunchBody(place, content, authScheme));
        if (content.Fault is not null)
        {
            candidates.ReplaceEndpoint(index, _refusals.GetValue(endpoint, CreateRefusal), candidates[index].Values);
        }
    }

    // They stand in the order in which routing prefers them. The body of a request is for the one that answers it, not for those behind it.
    private static int FindBest(CandidateSet candidates)
    {
        for (var index = 0; index < candidates.Count; index++)
        {
            if (candidates.IsValidCandidate(index))
            {
                return index;
            }
        }

        return -1;
    }

    private static TakeLaunchFromBodyAttribute? FindPlace(Endpoint endpoint) => endpoint.Metadata.GetMetadata<TakeLaunchFromBodyAttribute>();

    /// <summary>Whether the endpoint is a page that is read when the first request asks for it.</summary>
    private static bool IsUnreadPage(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not (null or CompiledPageActionDescriptor);

    // What is said of CORS and of rates counts for the refusal as well. Who may come, and what the handler takes, does not.
    private static Endpoint CreateRefusal(Endpoint endpoint) => new(
        RefuseAsync,
        new EndpointMetadataCollection(
        [
            .. endpoint.Metadata.Where(item => item is not (IAuthorizationRequirementData or IParameterBindingMetadata or ActionDescriptor)),
            new AllowAnonymousAttribute(),
        ]),
        endpoint.DisplayName);

    private static Task RefuseAsync(HttpContext context)
    {
        var content = context.Features.GetRequiredFeature<LaunchBody>().Content;
        return ProblemAnswer.WriteAsync(context, content.Status, content.Fault!);
    }
}
