using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MiniApp.AspNetCore.Tests;

/// <summary>The look for a scheme that nobody asked. What it says is tested with the newcomer's mistakes in tests/MiniAppBackend.Tests.</summary>
public class UnaskedSchemesTests
{
    public static TheoryData<string> Platforms => PlatformScheme.Names;

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Scheme_that_throws_when_nobody_asked_it_changes_no_answer(string name)
    {
        var platform = PlatformScheme.Of(name);

        foreach (var (environment, asked) in new[] { ("Development", 1), ("Production", 0) })
        {
            var count = 0;
            await using var app = await TestApp.StartWithAsync(builder =>
            {
                builder.Environment.EnvironmentName = environment;
                builder.Services.AddSingleton<IHostEnvironment>(builder.Environment);
                var authentication = builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
                platform.AddTo(authentication, options => options.Events = new MiniAppEvents
                {
                    OnTokenValidated = _ =>
                    {
                        count++;
                        throw new InvalidOperationException("The application's own.");
                    },
                });
            });

            Assert.Equal(StatusCodes.Status302Found, (await app.GetAsync("/me", platform.Header(platform.Good()))).Status);
            Assert.Equal(asked, count);
        }
    }
}
