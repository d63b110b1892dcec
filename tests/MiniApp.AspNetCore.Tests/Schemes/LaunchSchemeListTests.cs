using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore.Tests;

/// <summary>The schemes that take launches, as all who look for one have them.</summary>
public class LaunchSchemeListTests
{
    [Fact]
    public async Task Schemes_of_launches_are_there_in_their_order_with_their_options_and_no_others()
    {
        await using var app = await Backend.StartAsync();
        var list = app.Services.GetRequiredService<LaunchSchemeList>();
        var added = await app.Services.GetRequiredService<IAuthenticationSchemeProvider>().GetAllSchemesAsync();

        Assert.Equal(
            added.Select(scheme => scheme.Name).Intersect(PlatformScheme.All.Select(platform => platform.Name), StringComparer.Ordinal),
            list.FindAll().Select(scheme => scheme.Name));
        Assert.Equal(list.FindAll(), await list.FindAllAsync());
        Assert.All(PlatformScheme.All, platform => Assert.Same(
            platform.OptionsOf(app.Services), Assert.Single(list.FindAll(), scheme => scheme.Name == platform.Name).Options));
    }

    [Fact]
    public async Task Scheme_that_goes_or_comes_while_the_host_runs_is_gone_or_there_at_once()
    {
        await using var app = await Backend.StartAsync();
        var list = app.Services.GetRequiredService<LaunchSchemeList>();
        var provider = app.Services.GetRequiredService<IAuthenticationSchemeProvider>();
        var scheme = (await provider.GetSchemeAsync("VkMiniApp"))!;
        Assert.Contains(list.FindAll(), known => known.Name == "VkMiniApp");

        provider.RemoveScheme("VkMiniApp");
        Assert.DoesNotContain(list.FindAll(), known => known.Name == "VkMiniApp");
        Assert.DoesNotContain(await list.FindAllAsync(), known => known.Name == "VkMiniApp");

        provider.AddScheme(scheme);
        Assert.Contains(list.FindAll(), known => known.Name == "VkMiniApp");
    }
}
