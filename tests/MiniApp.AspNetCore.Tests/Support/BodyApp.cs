using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore.Tests;

/// <summary>A back end of all platforms whose endpoints take the launch from the body, where it is called <c>launch</c>.</summary>
internal static class BodyApp
{
    public const string Json = "application/json";
    public const string Form = "application/x-www-form-urlencoded";

    public static Task<SessionApp> StartAsync(Action<MiniAppSessionOptions>? configure = null, Action<WebApplicationBuilder>? build = null) =>
        SessionApp.StartAsync(
            configure,
            builder =>
            {
                builder.Services.AddCors(options => options.AddDefaultPolicy(policy => policy.WithOrigins("https://page.example")));
                build?.Invoke(builder);
            },
            Map);

    public static void Map(WebApplication app)
    {
        app.UseCors();
        app.MapPost("/json", (ClaimsPrincipal user) => SessionApp.Describe(user)).RequireAuthorization().TakeLaunchFromBody("launch");
        app.MapPost("/form", (ClaimsPrincipal user) => SessionApp.Describe(user))
            .RequireAuthorization().TakeLaunchFromBody("launch", acceptForm: true);
        app.MapPost("/attribute", [TakeLaunchFromBody("launch")] (ClaimsPrincipal user) => SessionApp.Describe(user)).RequireAuthorization();
        app.MapPost("/header", (ClaimsPrincipal user) => SessionApp.Describe(user)).RequireAuthorization();
        app.MapPost("/anybody", (ClaimsPrincipal user) => SessionApp.Describe(user)).TakeLaunchFromBody("launch");
        app.MapPost("/unused", () => "paid").RequireAuthorization().RequireUnusedLaunch().TakeLaunchFromBody("launch");
        app.MapPost("/vk", (VkMiniApp.VkLaunchParams launch) => $"VK's user {launch.UserId}").TakeLaunchFromBody("launch");
        app.MapPost("/again", (Nick body, ClaimsPrincipal user) => $"{body.Name}: {SessionApp.Describe(user)}")
            .RequireAuthorization().TakeLaunchFromBody("launch");
        app.MapPost("/again/form", ([FromForm] string name, ClaimsPrincipal user) => $"{name}: {SessionApp.Describe(user)}")
            .RequireAuthorization().TakeLaunchFromBody("launch", acceptForm: true).DisableAntiforgery();
        app.MapPost("/again/raw", async (HttpRequest request) => await new StreamReader(request.Body).ReadToEndAsync())
            .RequireAuthorization().TakeLaunchFromBody("launch", acceptForm: true);
        app.MapMiniAppSessions("/body/session").TakeLaunchFromBody("launch", acceptForm: true);
    }

    public static Task<SessionReply> PostAsync(
        this SessionApp app, string path, HttpContent? body, string? authorization = null, params (string Name, string Value)[] headers) =>
        app.SendAsync(HttpMethod.Post, path, authorization, body, headers);

    public static HttpContent JsonOf(string? launch, string name = "launch") =>
        Content(JsonSerializer.Serialize(new Dictionary<string, string?> { [name] = launch, ["name"] = "Ada" }), Json);

    public static HttpContent FormOf(string launch) => new FormUrlEncodedContent([new("launch", launch), new("name", "Ada")]);

    public static HttpContent PartsOf(string launch) => new MultipartFormDataContent
    {
        { new StringContent(launch), "launch" },
        { new StringContent("Ada"), "name" },
    };

    public static HttpContent Content(string text, string? contentType) => Content(Encoding.UTF8.GetBytes(text), contentType);

    public static HttpContent Content(byte[] bytes, string? contentType)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        return content;
    }

    internal sealed record Nick(string Name);
}
