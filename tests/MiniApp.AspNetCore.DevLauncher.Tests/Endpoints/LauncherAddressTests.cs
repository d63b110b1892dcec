using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>Where an application says that its launcher is.</summary>
/// <typeparam name="TPlatform">The platform.</typeparam>
public abstract class LauncherAddressTests<TPlatform>
    where TPlatform : ILauncherSubject
{
    [Theory]
    [InlineData("http://127.0.0.1:0", "http://127.0.0.1:")]
    [InlineData("http://[::]:0", "http://localhost:")]
    [InlineData("http://*:0", "http://localhost:")]
    public async Task Printed_address_is_one_that_the_launcher_answers_under(string bound, string printed)
    {
        await using var app = await LauncherApp<TPlatform>.StartKestrelAsync(bound);

        var line = Assert.Single(app.Lines.Launchers);
        var address = new Uri(Assert.Single(line.Split(' '), word => word.Contains('#', StringComparison.Ordinal)));

        Assert.StartsWith(printed, address.OriginalString, StringComparison.Ordinal);
        Assert.Equal($"{app.Client.BaseAddress!.Port}/launcher/#{app.Secret}", $"{address.Port}{address.AbsolutePath}{address.Fragment}");
        Assert.Equal(HttpStatusCode.OK, (await app.Client.GetAsync(address)).StatusCode);
    }

    [Theory]
    [InlineData("http://localhost:5080", "http://localhost:5080/launcher/#{0}")]
    [InlineData("http://0.0.0.0:80", "http://localhost/launcher/#{0}")]
    [InlineData("https://+:443/base/", "https://localhost/base/launcher/#{0}")]
    [InlineData("https://[::1]:7001;http://app.localhost:5080", "https://[::1]:7001/launcher/#{0} or http://app.localhost:5080/launcher/#{0}")]
    [InlineData("http://192.168.0.7:5080;http://localhost:5080", "http://localhost:5080/launcher/#{0}")]
    [InlineData("http://dev.example:5080", "http://dev.example:5080/launcher/#{0}")]
    [InlineData("http://пример.example:5080", "http://пример.example:5080/launcher/#{0}")]
    [InlineData("http://xn--e1afmkfd.example:5080", "http://xn--e1afmkfd.example:5080/launcher/#{0}")]
    [InlineData("http://192.168.0.7:5080", "/launcher/#{0} under an address of this machine")]
    [InlineData("http://unix:/tmp/socket", "/launcher/#{0} under an address of this machine")]
    [InlineData("", "/launcher/#{0} under an address of this machine")]
    public async Task Every_address_is_printed_that_the_launcher_answers_under(string bound, string printed)
    {
        var back = LauncherApp<TPlatform>.Build();
        var addresses = new ServerAddressesFeature();
        Array.ForEach(bound.Split(';', StringSplitOptions.RemoveEmptyEntries), addresses.Addresses.Add);
        back.Services.GetRequiredService<IServer>().Features.Set<IServerAddressesFeature>(addresses);
        await using var app = await LauncherApp<TPlatform>.StartAsync(back, options => options.AllowedHosts = ["dev.example", "пример.example"]);

        var line = Assert.Single(app.Lines.Launchers);

        Assert.EndsWith(" launcher is at " + string.Format(null, printed, app.Secret), line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Printed_path_has_those_of_the_groups_around_the_launcher()
    {
        await using var app = LauncherApp<TPlatform>.Build();
        TPlatform.Map(app.MapGroup("/dev").MapGroup("tools"), "/launcher");
        await app.StartAsync();

        var line = Assert.Single(app.Services.GetRequiredService<LauncherLines>().Launchers);

        Assert.Contains(" launcher is at /dev/tools/launcher/#", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_launcher_has_a_line_and_a_secret_of_its_own()
    {
        await using var app = LauncherApp<TPlatform>.Build();
        TPlatform.Map(app, "/");
        TPlatform.Map(app, "/other");
        await app.StartAsync();

        var lines = app.Services.GetRequiredService<LauncherLines>().Launchers;

        Assert.Equal(2, lines.Select(LauncherLines.Secret).Distinct(StringComparer.Ordinal).Count());
        Assert.Contains(lines, line => line.Contains(" is at /#", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains(" is at /other/#", StringComparison.Ordinal));
    }
}
