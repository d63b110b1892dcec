using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace MiniAppPages.Tests;

/// <summary>Stands in for a platform's site: a page of another site that shows an app in a frame.</summary>
internal sealed class Platform : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Platform(WebApplication app) => _app = app;

    public string Origin => new UriBuilder(_app.Urls.First()) { Host = "localhost" }.Uri.GetLeftPart(UriPartial.Authority);

    public static async Task<Platform> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder([UnwatchedSettings.Argument]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/", (HttpContext context) => Results.Content(
            $"<!doctype html><iframe id=app src=\"{System.Net.WebUtility.HtmlEncode(context.Request.Query["app"])}\"></iframe>", "text/html"));
        await app.StartAsync();
        return new(app);
    }

    /// <summary>The address of the page that shows the app at its address.</summary>
    public string Show(Uri app) => QueryHelpers.AddQueryString(Origin + "/", "app", app.AbsoluteUri);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
