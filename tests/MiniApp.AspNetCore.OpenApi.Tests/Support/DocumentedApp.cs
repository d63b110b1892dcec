using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.OpenApi;

namespace MiniApp.AspNetCore.OpenApi.Tests;

/// <summary>A host like an application's, that describes itself at <c>/openapi/v1.json</c> to anyone.</summary>
internal sealed class DocumentedApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private DocumentedApp(WebApplication app) => _app = app;

    /// <summary>Starts a host with the services and routes of the test.</summary>
    public static async Task<DocumentedApp> StartAsync(
        Action<IServiceCollection> add, Action<WebApplication> map, Action<OpenApiOptions>? document = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddOpenApi(document ?? (options => options.AddMiniAppSecurity()));
        add(builder.Services);

        var app = builder.Build();
        app.MapOpenApi().AllowAnonymous();
        map(app);
        await app.StartAsync();
        return new DocumentedApp(app);
    }

    /// <summary>Starts a host with these schemes, and authorization.</summary>
    public static Task<DocumentedApp> StartWithAsync(
        Action<AuthenticationBuilder> schemes, Action<WebApplication> map, Action<OpenApiOptions>? document = null) =>
        StartAsync(
            services =>
            {
                services.AddAuthorization();
                schemes(services.AddAuthentication());
            },
            map,
            document);

    /// <summary>The document as a client gets it, which must be one that a reader finds no fault with.</summary>
    public async Task<Document> DescribeAsync()
    {
        var json = await _app.GetTestClient().GetStringAsync("/openapi/v1.json");
        Assert.Empty(OpenApiDocument.Parse(json, OpenApiConstants.Json).Diagnostic!.Errors);
        return new Document(json);
    }

    /// <summary>The status of the answer to a request without credentials.</summary>
    public async Task<int> GetStatusAsync(string path)
    {
        using var response = await _app.GetTestClient().GetAsync(new Uri(path, UriKind.Relative));
        return (int)response.StatusCode;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
