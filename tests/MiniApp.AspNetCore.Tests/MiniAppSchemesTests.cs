using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;

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
    public void Application_without_a_mini_app_has_no_such_service() =>
        Assert.Null(new ServiceCollection().AddAuthentication().Services.BuildServiceProvider().GetService<MiniAppSchemes>());
}
