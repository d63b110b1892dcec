using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Which endpoints routing asks about a launch in the body: no request to another one pays for it.</summary>
public sealed class LaunchBodyPolicyTests
{
    [Fact]
    public void Endpoint_that_takes_a_launch_from_the_body_is_asked_about_and_no_other_one()
    {
        Assert.True(Applies(new TakeLaunchFromBodyAttribute("launch")));
        Assert.True(Applies(new CompiledPageActionDescriptor(), new TakeLaunchFromBodyAttribute("launch")));
        Assert.False(Applies());
        Assert.False(Applies(new RequireUnusedLaunchAttribute()));
        Assert.False(Applies(new CompiledPageActionDescriptor()));
    }

    [Fact]
    public void Page_that_nobody_has_read_yet_may_be_one() => Assert.True(Applies(new PageActionDescriptor()));

    private static bool Applies(params object[] metadata) =>
        new LaunchBodyPolicy(new NoTokens()).AppliesToEndpoints([new Endpoint(requestDelegate: null, new(metadata), displayName: null)]);

    private sealed class NoTokens : ILaunchTokens
    {
        public Task<bool> AreInAsync(HttpRequest request) => Task.FromResult(false);

        public Task<string?> FindAuthSchemeAsync(string text) => Task.FromResult<string?>(null);
    }
}
