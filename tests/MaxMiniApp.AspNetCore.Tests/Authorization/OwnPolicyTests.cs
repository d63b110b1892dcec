using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace MaxMiniApp.AspNetCore.Tests;

/// <summary>What only this platform's policies and attributes do.</summary>
public sealed class OwnPolicyTests
{
    [Fact]
    public void Demand_that_nobody_could_meet_is_refused_where_it_is_made()
    {
        var policy = new AuthorizationPolicyBuilder();

        Assert.Throws<ArgumentException>("userIds", () => policy.RequireMaxUser(0));
        Assert.Throws<ArgumentException>("languages", () => policy.RequireMaxLanguage());
        Assert.Throws<ArgumentException>("types", () => policy.RequireMaxChatType());
        Assert.Throws<ArgumentNullException>("types", () => policy.RequireMaxChatType(null!));
        Assert.Throws<ArgumentOutOfRangeException>("maxAge", () => policy.RequireMaxLaunchWithin(TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentNullException>("policy", () => default(AuthorizationPolicyBuilder)!.RequireMaxUser());
    }

    [Fact]
    public void Attribute_shows_what_it_was_made_with()
    {
        Assert.Equal([1, 2], new RequireMaxUserAttribute(1, 2).UserIds);
        Assert.Equal(["a"], new RequireMaxLanguageAttribute("a").Languages);
        Assert.Equal(["a"], new RequireMaxChatTypeAttribute("a").Types);
        Assert.Equal(5, new RequireMaxLaunchWithinAttribute(5).Minutes);
    }
}
