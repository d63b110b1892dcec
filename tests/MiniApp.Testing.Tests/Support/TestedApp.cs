using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MiniApp.AspNetCore;
using TelegramMiniApp.AspNetCore;

namespace MiniApp.Testing.Tests;

/// <summary>
/// An application with the schemes of a test. It tells the verdict of its default scheme, or of the one in the path: the user's id, the
/// exact failure, or that there were no credentials.
/// </summary>
public sealed class TestedApp(Action<AuthenticationBuilder> addSchemes) : WebApplicationFactory<TestedApp>
{
    protected override IHostBuilder CreateHostBuilder() => new HostBuilder().ConfigureWebHost(host => host
        .ConfigureServices(services => addSchemes(services.AddRouting().AddAuthentication()))
        .Configure(app => app.UseRouting().UseAuthentication().UseEndpoints(endpoints =>
        {
            endpoints.MapGet("/verdict/{scheme?}", TellVerdictAsync);
            endpoints.MapGet("/bot", (ClaimsPrincipal user) => user.FindFirstValue(TelegramClaimTypes.BotId));
            endpoints.MapGet("/away", () => Results.Redirect("/verdict"));
            endpoints.MapGet("/cookie", (HttpContext context) => context.Response.Cookies.Append("seen", "yes"));
            endpoints.MapGet("/seen", (HttpContext context) => context.Request.Cookies["seen"] ?? "no");
        })));

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseContentRoot(AppContext.BaseDirectory);

    private static async Task<string> TellVerdictAsync(HttpContext context, string? scheme)
    {
        var result = await context.AuthenticateAsync(scheme);
        return result.None ? "no credentials"
            : result.Failure is MiniAppException refusal ? refusal.Failure.ToString()
            : result.Principal!.FindFirstValue(ClaimTypes.NameIdentifier)!;
    }
}
