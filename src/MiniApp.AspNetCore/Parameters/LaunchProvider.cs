using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore;

/// <summary>Handles a request in place of an endpoint whose code takes a launch: provides it, or answers that it is missing.</summary>
internal sealed partial class LaunchProvider(
    Endpoint endpoint, RequestDelegate handle, IReadOnlyList<LaunchParameter> parameters, ILaunchType[] launches, ILogger logger)
{
    private readonly ILaunchType[] _taken =
        [.. launches.Where(launch => parameters.Any(parameter => parameter.Launch == launch.Type)).DistinctBy(launch => launch.Type)];

    private readonly HubMetadata? _hub = endpoint.Metadata.GetMetadata<HubMetadata>();
    private readonly EndpointPolicy _policy = new(endpoint);
    private readonly LaunchSignIn _signIn = new(launches);

    /// <exception cref="InvalidOperationException">The endpoint is a hub that would take a launch from what the client sends.</exception>
    public async Task InvokeAsync(HttpContext context)
    {
        if (_hub is not null && HubParameters.FindFault(_hub, type => Array.Exists(_taken, launch => launch.Type == type), context.RequestServices) is { } fault)
        {
            throw new InvalidOperationException(fault);
        }

        var ofFilters = await _policy.FindFiltersAsync(context.RequestServices);
        if (ofFilters is not null)
        {
            await context.RequestServices.GetRequiredService<IPolicyEvaluator>().AuthenticateAsync(ofFilters, context);
        }

        if (Array.Exists(_taken, launch => !launch.IsIn(context.User)) && !await TryDoWithoutAsync(context, ofFilters))
        {
            return;
        }

        if (_hub is not null)
        {
            LaunchScope.BeginConnection(context.User);
            await handle(context);
            return;
        }

        var (scope, services) = (LaunchScope.Begin(context), context.RequestServices);
        try
        {
            if (Array.Exists(_taken, launch => !launch.IsIn(context.User)))
            {
                context.RequestServices = new LaunchServices(services, type => Array.Exists(_taken, launch => launch.Type == type));
            }

            await handle(context);
        }
        finally
        {
            context.RequestServices = services;
            scope.End();
        }
    }

    /// <summary>Looks for what is missing, and turns the request away for want of what the code can't do without.</summary>
    private async Task<bool> TryDoWithoutAsync(HttpContext context, AuthorizationPolicy? ofFilters)
    {
        var policy = ofFilters ?? await _policy.FindAsync(context.RequestServices);

        // Where a policy has had its say about who the user is, that counts.
        if (policy is null || (policy.AuthenticationSchemes.Count == 0 && !LaunchSignIn.IsSignedIn(context.User)))
        {
            foreach (var launch in _taken)
            {
                if (!launch.IsIn(context.User))
                {
                    await _signIn.TrySignInAsync(context, launch);
                }
            }
        }

        ILaunchType[] demanded = [.. _taken.Where(launch => !launch.IsIn(context.User) && IsRequired(launch, context.Request.Method))];
        if (demanded.Length == 0)
        {
            return true;
        }

        await RefuseAsync(context, demanded, policy);
        return false;
    }

    private bool IsRequired(ILaunchType launch, string httpMethod) =>
        parameters.Any(parameter => parameter.Launch == launch.Type && parameter.IsRequiredFor(httpMethod));

    private async Task RefuseAsync(HttpContext context, ILaunchType[] demanded, AuthorizationPolicy? policy)
    {
        var isSignedIn = LaunchSignIn.IsSignedIn(context.User);
        context.Response.StatusCode = isSignedIn ? StatusCodes.Status403Forbidden : StatusCodes.Status401Unauthorized;

        foreach (var launch in demanded)
        {
            if (isSignedIn)
            {
                LaunchMissing(logger, endpoint.DisplayName, launch.Type.Name);
            }

            if (await _signIn.ChooseSchemeAsync(context, launch, policy) is not { } scheme)
            {
                continue;
            }

            if (!isSignedIn)
            {
                await context.ChallengeAsync(scheme);
            }
            else if (launch == demanded[0])
            {
                await context.ForbidAsync(scheme);
            }
        }
    }

    [LoggerMessage(12, LogLevel.Information, "{Endpoint} takes {Launch}, and the user was signed in by something else.", EventName = "LaunchMissing")]
    private static partial void LaunchMissing(ILogger logger, string? endpoint, string launch);
}
