using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static Microsoft.Playwright.Assertions;

namespace MiniAppBackend.Browser.Tests;

/// <summary>MAX's launcher with a page of another origin, as a development server has it.</summary>
public sealed class MaxElsewhereTests(Chromium chromium)
{
    [Fact]
    public async Task A_page_of_another_origin_has_its_launch_and_the_panel_says_why_its_requests_time_out()
    {
        var (app, lines) = await StartAsync();
        await using var started = app;
        await using var window = await chromium.OpenWindowAsync(new() { Locale = "ru-RU" });
        var launcher = await window.NewPageAsync();
        await launcher.GotoAsync(lines.Address("max"));
        await Expect(launcher.Locator("body")).ToHaveAttributeAsync("data-state", "ready");

        await launcher.Locator("#open").ClickAsync();
        var page = launcher.FrameLocator("#app-frame");
        await Expect(page.Locator("#answer")).ToContainTextAsync("WebAppData=");
        await page.Locator("#share").ClickAsync();

        var message = launcher.Locator("[data-testid=bridge-message][data-name=WebAppRequestPhone]");
        await Expect(message).ToContainTextAsync("не услышан");
        await Expect(launcher.Locator("#bridge-hint")).ToContainTextAsync("ответов она не дождётся");
        await Expect(launcher.Locator("#verdict")).ToHaveTextAsync("Принят");

        // Who listens by message, as no script of MAX's does there, gets the answer.
        await Expect(page.Locator("#heard")).ToContainTextAsync("\"phone\":\"79111234567\"");
    }

    private static async Task<(WebApplication App, LauncherLines Lines)> StartAsync()
    {
        for (var tries = 1; ; tries++)
        {
            var lines = new LauncherLines();
            try
            {
                return (await StartAsync(FreePort(), lines), lines);
            }
            catch (IOException) when (tries < 5)
            {
                // Somebody else has taken the port by now.
            }
        }
    }

    private static async Task<WebApplication> StartAsync(int port, LauncherLines lines)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.ClearProviders().AddProvider(lines);
        builder.WebHost.UseKestrel().ConfigureKestrel(options => options.ListenLocalhost(port));
        builder.Services.AddAuthentication().AddMaxMiniApp(options => options.BotToken = "made-up");

        var app = builder.Build();
        app.MapGet("/", () => Results.Content(
            """
            <!doctype html>
            <pre id="answer"></pre>
            <button id="share">Share</button>
            <pre id="heard"></pre>
            <script>
              window.WebApp = { sendEvent: () => { document.getElementById('heard').textContent = 'called'; } };
              document.getElementById('answer').textContent = location.hash;
              document.getElementById('share').onclick = () => parent.postMessage(JSON.stringify({ type: 'WebAppRequestPhone', requestId: '1' }), '*');
              addEventListener('message', ({ data }) => { document.getElementById('heard').textContent = data; });
            </script>
            """,
            "text/html"));
        app.MapMaxMiniAppLauncher("/max", options => options.AppUrl = new Uri($"http://127.0.0.1:{port}/"));
        await app.StartAsync();
        return app;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
