using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>
/// That somebody asks whether the launch was used. It is met by the endpoint, not by the user: where <see cref="UnusedLaunchPolicy"/> has put
/// one in place that asks.
/// </summary>
internal sealed class UnusedLaunchRequirement : IAuthorizationRequirement, IAuthorizationHandler
{
    public static readonly UnusedLaunchRequirement Instance = new();

    public Task HandleAsync(AuthorizationHandlerContext context)
    {
        // What the framework gives policies to look at is the endpoint in applications that want it as it was once.
        var endpoint = context.Resource as Endpoint ?? Denial.FindRequest(context)?.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<UnusedLaunchEndpoint>() is not null)
        {
            context.Succeed(this);
        }

        return Task.CompletedTask;
    }

    public override string ToString() => "An endpoint that demands an unused launch needs a scheme of a mini app, which asks for it.";
}
