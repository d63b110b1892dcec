using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>Finds the requirement met where <see cref="UnusedLaunchPolicy"/> has put an endpoint in place that asks.</summary>
internal sealed class UnusedLaunchRequirementHandler : AuthorizationHandler<UnusedLaunchRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, UnusedLaunchRequirement requirement)
    {
        // What the framework gives policies to look at is the endpoint in applications that want it as it was once.
        var endpoint = context.Resource as Endpoint ?? Denial.FindRequest(context)?.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<UnusedLaunchEndpoint>() is not null)
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
