using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore;

/// <summary>Judges a launch's age by the application's clock.</summary>
internal sealed class LaunchAgeHandler(IServiceProvider services) : AuthorizationHandler<LaunchAgeRequirement>
{
    private readonly TimeProvider _clock = services.GetService<TimeProvider>() ?? TimeProvider.System;

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, LaunchAgeRequirement requirement)
    {
        var oldest = _clock.GetUtcNow().ToUnixTimeSeconds() - (long)requirement.MaxAge.TotalSeconds;

        if (context.User.Identities.Any(identity =>
            identity.IsAuthenticated && requirement.ReadTime(new LaunchClaims(identity, requirement.Issuer)) >= oldest))
        {
            context.Succeed(requirement);
        }
        else
        {
            context.Fail(new AuthorizationFailureReason(this, requirement.ToString()));
        }

        return Task.CompletedTask;
    }
}
