using System.Net;

namespace MiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>Where a launcher may run: in Development, and nowhere else unasked.</summary>
/// <typeparam name="TPlatform">The platform.</typeparam>
public abstract class DevelopmentOnlyTests<TPlatform>
    where TPlatform : ILauncherSubject
{
    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    [InlineData("")]
    public async Task Launcher_refuses_to_be_anywhere_but_in_development(string environment)
    {
        await using var app = LauncherApp<TPlatform>.Build(environment: environment.Length > 0 ? environment : "production-like");

        var refusal = Assert.Throws<InvalidOperationException>(() => TPlatform.Map(app));

        Assert.Contains("signs launches of any user", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("app.Environment.IsDevelopment()", refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"{TPlatform.OptionsName}.AllowOutsideDevelopment", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(TPlatform.Secret, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Launcher_is_elsewhere_where_it_is_told_to()
    {
        await using var app = await LauncherApp<TPlatform>.StartAsync(
            LauncherApp<TPlatform>.Build(environment: "Staging"), options => options.AllowOutsideDevelopment = true);

        Assert.Equal(HttpStatusCode.OK, (await app.Client.GetAsync("/launcher/")).StatusCode);
    }
}
