using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore.Tests;

/// <summary>What sessions bring along, and what the methods that add them refuse at once.</summary>
public class SessionServicesTests
{
    [Fact]
    public async Task Sessions_bring_what_they_need_also_where_no_host_has_it()
    {
        var services = new ServiceCollection();
        services.AddAuthentication().AddMiniAppSessions();
        await using var provider = services.BuildServiceProvider();

        Assert.NotNull(provider.GetService<IAuthorizationService>());
        Assert.NotNull(provider.GetService<IDataProtectionProvider>());
        Assert.True(provider.GetRequiredService<MiniAppRevocations>().List.IsEmpty);
    }

    [Fact]
    public async Task Revocations_bring_what_they_need()
    {
        var services = new ServiceCollection();
        RevocationServices.AddTo(services);
        await using var provider = services.BuildServiceProvider();

        Assert.True(provider.GetRequiredService<MiniAppRevocations>().List.IsEmpty);
    }

    [Fact]
    public async Task Revocations_are_remembered_from_the_start_on_for_as_long_as_sessions_may_live()
    {
        await using var app = await SessionApp.StartAsync(options => options.MaxLifetime = TimeSpan.FromDays(7));

        Assert.Equal(
            DateTimeOffset.FromUnixTimeSeconds(PlatformScheme.Now).AddDays(-7), app.Services.GetRequiredService<MiniAppRevocations>().Memory.Since);
    }

    [Fact]
    public async Task Endpoints_of_sessions_are_named_and_say_whether_they_use_the_ledger()
    {
        await using var app = await SessionApp.StartAsync();

        Assert.Equal(
            [
                ("Begin a session", true), ("Begin a session by cookie", true), ("End a session", false), ("End all sessions", false),
                ("Refresh a session", true),
            ],
            app.Services.GetRequiredService<EndpointDataSource>().Endpoints
                .OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/session", StringComparison.Ordinal))
                .Select(endpoint => (endpoint.DisplayName, endpoint.Metadata.GetMetadata<IUsesLedger>() is not null))
                .OrderBy(endpoint => endpoint.DisplayName, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Null_is_refused_by_its_name()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();

        Assert.Throws<ArgumentNullException>("builder", () => default(AuthenticationBuilder)!.AddMiniAppSessions());
        Assert.Throws<ArgumentNullException>("configureOptions", () => new ServiceCollection().AddAuthentication().AddMiniAppSessions(null!));
        Assert.Throws<ArgumentNullException>("endpoints", () => default(IEndpointRouteBuilder)!.MapMiniAppSessions("/session"));
        Assert.Throws<ArgumentNullException>("prefix", () => app.MapMiniAppSessions(null!));
        Assert.Throws<ArgumentNullException>("principal", () => default(ClaimsPrincipal)!.GetSession());
    }
}
