using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>What the page sends, and what it is answered.</summary>
internal static class LauncherBody
{
    /// <summary>What the page sent, or <see langword="null"/> after the answer that refuses it.</summary>
    public static async Task<T?> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type)
        where T : class
    {
        if (!context.Request.HasJsonContentType())
        {
            await RefuseAsync(context, "The body has to be JSON.", StatusCodes.Status415UnsupportedMediaType);
            return null;
        }

        try
        {
            return await JsonSerializer.DeserializeAsync(context.Request.Body, type, context.RequestAborted) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            await RefuseAsync(context, "The body is not what the launcher's page sends.");
            return null;
        }
    }

    public static Task SendAsync<T>(HttpContext context, T value, JsonTypeInfo<T> type) =>
        context.Response.WriteAsJsonAsync(value, type, cancellationToken: context.RequestAborted);

    public static Task RefuseAsync(HttpContext context, string fault, int status = StatusCodes.Status400BadRequest)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(fault, context.RequestAborted);
    }
}
