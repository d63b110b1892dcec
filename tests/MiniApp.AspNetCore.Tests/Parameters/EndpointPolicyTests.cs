using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Authorization;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore.Tests;

/// <summary>What has a say in who an endpoint's user is.</summary>
public sealed class EndpointPolicyTests
{
    [Fact]
    public async Task Application_without_authorization_demands_nothing()
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        var policy = Of(new AuthorizeAttribute { AuthenticationSchemes = "one" }, new AuthorizeFilter("policy"));

        Assert.Null(await policy.FindAsync(services));
        Assert.Null(await policy.FindFiltersAsync(services));
    }

    [Fact]
    public async Task Endpoint_that_lets_everybody_in_demands_nothing_beforehand()
    {
        await using var services = Services();

        Assert.Null(await Of(new AuthorizeAttribute(), new AllowAnonymousAttribute()).FindAsync(services));
        Assert.Equal(["one"], (await Of(new AuthorizeAttribute { AuthenticationSchemes = "one" }).FindAsync(services))!.AuthenticationSchemes);
    }

    [Fact]
    public async Task Filters_that_name_schemes_sign_in_by_those_of_all_of_them()
    {
        await using var services = Services();
        var ofPolicy = new AuthorizeFilter(new AuthorizationPolicyBuilder("one").RequireAuthenticatedUser().Build());
        var ofData = new AuthorizeFilter([new AuthorizeAttribute { AuthenticationSchemes = "two" }]);
        var ofAttribute = new AuthorizeAttribute { AuthenticationSchemes = "three" };

        Assert.Equal(["one", "two", "three"], (await Of(ofPolicy, ofData, ofAttribute).FindFiltersAsync(services))!.AuthenticationSchemes);
    }

    [Fact]
    public async Task Filters_that_name_no_scheme_leave_the_user_as_is()
    {
        await using var services = Services();

        Assert.Null(await Of(new AuthorizeFilter()).FindFiltersAsync(services));
        Assert.Null(await Of(new AuthorizeFilter([])).FindFiltersAsync(services));
        Assert.Null(await Of().FindFiltersAsync(services));
    }

    private static ServiceProvider Services() => new ServiceCollection().AddLogging().AddAuthorization().BuildServiceProvider();

    private static EndpointPolicy Of(params object[] demands)
    {
        var action = new ActionDescriptor
        {
            FilterDescriptors = [.. demands.OfType<IFilterMetadata>().Select(filter => new FilterDescriptor(filter, FilterScope.Action))],
        };
        return new EndpointPolicy(new Endpoint(null, new EndpointMetadataCollection([action, .. demands.Where(demand => demand is not IFilterMetadata)]), null));
    }
}
