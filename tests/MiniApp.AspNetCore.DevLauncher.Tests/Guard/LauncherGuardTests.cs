using System.Net;

namespace MiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>What the guard lets through is kept in no cache and shown to no other site.</summary>
/// <typeparam name="TPlatform">The platform.</typeparam>
public abstract class LauncherGuardTests<TPlatform>
    where TPlatform : ILauncherSubject
{
    [Fact]
    public async Task Request_of_the_launchers_own_page_is_answered_and_kept_nowhere()
    {
        await using var app = await LauncherApp<TPlatform>.StartAsync();

        foreach (var (method, path, _) in TPlatform.Requests)
        {
            using var response = await app.AskAgainAsync(method, path, ("Origin", "http://localhost"));

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.True(response.Headers.CacheControl!.NoStore);
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Cross-Origin-Resource-Policy")));
            Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
        }
    }
}
