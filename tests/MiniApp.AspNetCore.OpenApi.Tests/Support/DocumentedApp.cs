using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.OpenApi;
using TestSupport;

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
        var builder = WebApplication.CreateSlimBuilder([UnwatchedSettings.Argument]);
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

    /// <summary>The body of the answer to a request with these credentials.</summary>
    public async Task<string> GetBodyAsync(string path, string authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Authorization", authorization);
        using var response = await _app.GetTestClient().SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>The status of the answer to a body that is plain text.</summary>
    public async Task<int> PostTextAsync(string path)
    {
        using var content = new StringContent("text");
        using var response = await _app.GetTestClient().PostAsync(new Uri(path, UriKind.Relative), content);
        return (int)response.StatusCode;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
