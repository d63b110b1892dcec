namespace MiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>Which settings a launcher can work with.</summary>
/// <typeparam name="TPlatform">The platform.</typeparam>
public abstract class MiniAppLauncherOptionsTests<TPlatform>
    where TPlatform : ILauncherSubject
{
    [Theory]
    [InlineData("")]
    [InlineData("app")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://localhost/")]
    [InlineData("http://user@localhost/")]
    public async Task Page_that_no_frame_should_open_is_refused(string address)
    {
        await using var app = LauncherApp<TPlatform>.Build();

        var refusal = Assert.Throws<ArgumentException>(() => TPlatform.Map(app, "/launcher", options => options.AppUrl = Address(address)));

        Assert.StartsWith("AppUrl must be ", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/app/?debug=1#top")]
    [InlineData("http://localhost:5173/")]
    [InlineData("https://app.example/path")]
    public async Task Page_of_the_back_end_or_of_another_origin_is_opened(string address)
    {
        await using var app = LauncherApp<TPlatform>.Build();

        Assert.NotNull(TPlatform.Map(app, "/launcher", options => options.AppUrl = Address(address)));
    }

    [Fact]
    public async Task Missing_setting_is_named()
    {
        await using var app = LauncherApp<TPlatform>.Build();

        Assert.StartsWith("AppUrl must not be null.", Fault(options => options.AppUrl = null!), StringComparison.Ordinal);
        Assert.StartsWith("AuthenticationScheme must not be empty.", Fault(options => options.AuthenticationScheme = ""), StringComparison.Ordinal);

        Assert.StartsWith("AllowedHosts must not be null.", Fault(options => options.AllowedHosts = null!), StringComparison.Ordinal);

        string Fault(Action<MiniAppLauncherOptions> damage) =>
            Assert.Throws<ArgumentException>(() => TPlatform.Map(app, "/launcher", damage)).Message;
    }

    private static Uri Address(string text) => new(text, text.StartsWith('/') || !text.Contains(':', StringComparison.Ordinal) ? UriKind.Relative : UriKind.Absolute);
}
