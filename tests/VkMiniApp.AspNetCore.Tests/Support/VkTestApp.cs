using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;

namespace VkMiniApp.AspNetCore.Tests;

/// <summary>What of a <see cref="TestApp"/> knows VK.</summary>
internal static class VkTestApp
{
    extension(TestApp app)
    {
        /// <summary>Starts a host with one scheme for the app of the tests, and with these changes to its options.</summary>
        public static Task<TestApp> StartAsync(Action<VkMiniAppOptions>? configure = null) =>
            TestApp.StartWithAsync(builder => builder.Services.AddAuthentication().AddVkMiniApp(options =>
            {
                options.AppId = TestLaunch.AppId;
                options.AppSecret = TestLaunch.Secret;
                configure?.Invoke(options);
            }));

        /// <summary>The user whom a token signs in.</summary>
        public Task<ClaimsPrincipal> SignInAsync(string token) => app.SignInByHeaderAsync("Bearer " + token);
    }
}
