using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore;

/// <summary>
/// Judges a launch's age by the application's clock. The framework calls it for every authorization, so what an earlier one of the request
/// noted ends here, and nothing is made to look for the requirement.
/// </summary>
internal sealed class LaunchAgeHandler(IServiceProvider services) : IAuthorizationHandler
{
    private readonly TimeProvider _clock = services.GetService<TimeProvider>() ?? TimeProvider.System;

    public Task HandleAsync(AuthorizationHandlerContext context)
    {
        Denial.ForgetOthers(context);
        foreach (var requirement in context.Requirements)
        {
            (requirement as LaunchAgeRequirement)?.Judge(context, _clock.GetUtcNow());
        }

        return Task.CompletedTask;
    }
}
