using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace VkMiniApp.Benchmarks;

/// <summary>A small application: one endpoint for everybody, and one for users.</summary>
internal static class SignInApp
{
    public const string Open = "/open";
    public const string Guarded = "/me";

    /// <param name="signIn">How its users sign in, by default.</param>
    /// <param name="configure">What else there is to it.</param>
    public static WebApplication Build(SignIn signIn, Action<WebApplicationBuilder, AuthenticationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAuthorization();
        var authentication = builder.Services.AddAuthentication(signIn.Scheme);
        signIn.Add(authentication);
        configure?.Invoke(builder, authentication);

        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet(Open, (RequestDelegate)(_ => Task.CompletedTask));
        app.MapGet(Guarded, (RequestDelegate)(_ => Task.CompletedTask)).RequireAuthorization();
        return app;
    }
}
