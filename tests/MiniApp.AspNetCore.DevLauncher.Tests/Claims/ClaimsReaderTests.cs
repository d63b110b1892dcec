namespace MiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>What the scheme makes of what the page asks about.</summary>
/// <typeparam name="TPlatform">The platform.</typeparam>
public abstract class ClaimsReaderTests<TPlatform>
    where TPlatform : ILauncherSubject
{
    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("a=1&b=2")]
    [InlineData("строка\r\nSet-Cookie: a=b\0")]
    public async Task Token_that_is_none_gets_the_answer_of_the_scheme(string token)
    {
        await using var app = await LauncherApp<TPlatform>.StartAsync();

        Assert.Contains((await app.AuthenticateAsync(token)).GetProperty("failure").GetString(), TPlatform.FailuresOnJunk, StringComparer.Ordinal);
    }
}
