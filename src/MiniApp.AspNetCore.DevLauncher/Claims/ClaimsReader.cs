using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>Has the scheme itself authenticate a launch, with the application's events and all.</summary>
internal static class ClaimsReader
{
    public static async Task<ClaimsAnswer> ReadAsync(IServiceProvider services, string scheme, string header)
    {
        // A handler answers once in a scope, so a request of its own takes a scope of its own.
        await using var scope = services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Headers.Authorization = header;

        var result = await context.AuthenticateAsync(scheme);

        return new ClaimsAnswer(
            result.Principal?.Claims.Select(claim => new ClaimText(claim.Type, claim.Value)).ToList(),
            FailureText.Of(result));
    }
}
