using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore;

/// <summary>Judges a launch's age by the application's clock.</summary>
internal sealed class LaunchAgeHandler(IServiceProvider services) : AuthorizationHandler<LaunchAgeRequirement>
{
    private readonly TimeProvider _clock = services.GetService<TimeProvider>() ?? TimeProvider.System;

    /// <summary>The framework calls it for every authorization, so what an earlier one of the request noted ends here.</summary>
    public override Task HandleAsync(AuthorizationHandlerContext context)
    {
        Denial.ForgetOthers(context);
        return base.HandleAsync(context);
    }

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, LaunchAgeRequirement requirement)
    {
        requirement.Judge(context, _clock.GetUtcNow());
        return Task.CompletedTask;
    }
}
