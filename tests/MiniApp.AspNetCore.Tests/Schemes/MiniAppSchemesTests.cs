using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ShopMiniApp.AspNetCore;
using VkMiniApp;

namespace MiniApp.AspNetCore.Tests;

/// <summary>The service that tells the schemes of mini apps from all others.</summary>
public class MiniAppSchemesTests
{
    [Fact]
    public async Task Scheme_of_every_platform_has_its_options_and_any_other_scheme_has_none()
    {
        await using var app = await Backend.StartAsync();
        var schemes = app.Services.GetRequiredService<MiniAppSchemes>();
        var provider = app.Services.GetRequiredService<IAuthenticationSchemeProvider>();

        Assert.All(PlatformScheme.All, platform =>
        {
            var options = schemes.FindOptions(provider.GetSchemeAsync(platform.Name).Result!);
            Assert.Same(platform.OptionsOf(app.Services), options);
            Assert.Equal(platform.AuthScheme, options!.AuthSchemes[0]);
            Assert.False(string.IsNullOrWhiteSpace(options.TokenName));
            Assert.EndsWith(".", options.TokenSource, StringComparison.Ordinal);
        });
        Assert.Null(schemes.FindOptions((await provider.GetSchemeAsync(Backend.Cookie))!));
        Assert.Throws<ArgumentNullException>("scheme", () => schemes.FindOptions(null!));
    }

    [Fact]
    public async Task Launch_that_code_can_not_do_without_is_demanded_of_its_own_schemes_alone()
    {
        await using var app = await Backend.StartAsync();
        var schemes = app.Services.GetRequiredService<MiniAppSchemes>();
        var all = (await app.Services.GetRequiredService<IAuthenticationSchemeProvider>().GetAllSchemesAsync()).ToArray();

        Assert.Equal(["VkMiniApp"], Demanded((VkLaunchParams launch, ShopLaunch? other) => $"{launch.UserId}{other?.UserId}"));
        Assert.Empty(Demanded((VkLaunchParams? launch) => $"{launch?.UserId}"));
        Assert.Empty(Demanded(() => "hello"));
        Assert.Throws<ArgumentNullException>("scheme", () => schemes.IsDemanded(null!, EndpointMetadataCollection.Empty));
        Assert.Throws<ArgumentNullException>("endpoint", () => schemes.IsDemanded(all[0], null!));

        IEnumerable<string> Demanded(Delegate handler)
        {
            var metadata = RequestDelegateFactory.Create(handler, new() { ServiceProvider = app.Services }).EndpointMetadata;
            return all.Where(scheme => schemes.IsDemanded(scheme, new EndpointMetadataCollection(metadata))).Select(scheme => scheme.Name);
        }
    }

    [Fact]
    public void Application_without_a_mini_app_has_no_such_service() =>
        Assert.Null(new ServiceCollection().AddAuthentication().Services.BuildServiceProvider().GetService<MiniAppSchemes>());
}
