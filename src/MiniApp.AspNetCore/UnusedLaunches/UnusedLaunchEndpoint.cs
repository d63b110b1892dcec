using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore;

/// <summary>
/// Handles a request in place of an endpoint that demands an unused launch, once authorization has let it pass: uses the launch, or refuses.
/// </summary>
internal sealed class UnusedLaunchEndpoint(
    Endpoint endpoint, RequestDelegate handle, ILaunchType[] launches, ILaunchSchemes schemes, LaunchUses uses, ILogger logger)
{
    private readonly bool _isHub = endpoint.Metadata.GetMetadata<HubMetadata>() is not null;
    private readonly bool _negotiates = endpoint.Metadata.GetMetadata<NegotiateMetadata>() is not null;
    private readonly EndpointPolicy _policy = new(endpoint);
    private readonly LaunchSignIn _signIn = new(launches);

    public async Task InvokeAsync(HttpContext context)
    {
        var policy = await SignInAsync(context);
        if (_isHub && _negotiates)
        {
            if (await TryUseAsync(context, policy))
            {
                await NegotiatedConnection.NegotiateAsync(context, handle);
            }
        }
        else if ((_isHub && NegotiatedConnection.TryConnect(context)) || await TryUseAsync(context, policy))
        {
            await handle(context);
        }
    }

    private async Task<bool> TryUseAsync(HttpContext context, AuthorizationPolicy? policy)
    {
        // Every one of them: of several, the code behind the endpoint may take any.
        var used = false;
        foreach (var identity in context.User.Identities)
        {
            if (identity is ILaunchIdentity { Launch: var launch })
            {
                var verdict = await uses.UseAsync(context, launch, await schemes.FindLifetimeAsync(identity.AuthenticationType));
                if (!verdict.IsAccepted)
                {
                    await UnusedLaunchAnswers.RefuseAsync(context, identity.AuthenticationType, verdict);
                    return false;
                }

                used = true;
            }
        }

        if (!used)
        {
            LedgerLog.LaunchMissing(logger, endpoint.DisplayName);
            await UnusedLaunchAnswers.AskAsync(context, await ChooseSchemeAsync(context, policy), LaunchSignIn.IsSignedIn(context.User));
        }

        return used;
    }

    /// <summary>Signs in whom nobody was asked to sign in yet: filters of MVC will, and to an endpoint that anybody may call there may be no default scheme.</summary>
    private async Task<AuthorizationPolicy?> SignInAsync(HttpContext context)
    {
        if (await _policy.FindFiltersAsync(context.RequestServices) is { } ofFilters)
        {
            await context.RequestServices.GetRequiredService<IPolicyEvaluator>().AuthenticateAsync(ofFilters, context);
            return ofFilters;
        }

        // Where a policy has had its say about who the user is, that counts.
        var policy = await _policy.FindAsync(context.RequestServices);
        if (policy is null && context.User.GetLaunch() is null)
        {
            foreach (var launch in launches)
            {
                await _signIn.TrySignInAsync(context, launch);
            }
        }

        return policy;
    }

    /// <summary>Of several schemes, one that refused the request's launch can say why.</summary>
    private async Task<string?> ChooseSchemeAsync(HttpContext context, AuthorizationPolicy? policy)
    {
        var able = await schemes.FindAsync(context.User, policy?.AuthenticationSchemes ?? []);
        if (able.Count > 1 && !LaunchSignIn.IsSignedIn(context.User))
        {
            foreach (var scheme in able)
            {
                if ((await context.AuthenticateAsync(scheme)).Failure is MiniAppException)
                {
                    return scheme;
                }
            }
        }

        return able.Count > 0 ? able[0] : null;
    }
}
