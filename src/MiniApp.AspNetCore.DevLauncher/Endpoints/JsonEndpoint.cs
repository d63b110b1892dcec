using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>Endpoints that the page asks in JSON and that answer in JSON, or refuse in words that the page shows.</summary>
internal static class JsonEndpoint
{
    /// <summary>Answers a request, or says in a sentence what is wrong with it.</summary>
    public delegate bool TryAnswer<in TRequest, TAnswer>(
        TRequest request, [NotNullWhen(true)] out TAnswer? answer, [NotNullWhen(false)] out string? fault);

    public static RequestDelegate Get<TAnswer>(Func<TAnswer> answer, JsonTypeInfo<TAnswer> type) => context => SendAsync(context, answer(), type);

    public static RequestDelegate Post<TRequest, TAnswer>(
        TryAnswer<TRequest, TAnswer> tryAnswer, JsonTypeInfo<TRequest> requestType, JsonTypeInfo<TAnswer> answerType)
        where TRequest : class
        where TAnswer : class => async context =>
        {
            if (await ReadAsync(context, requestType) is { } request)
            {
                await (tryAnswer(request, out var answer, out var fault)
                    ? SendAsync(context, answer, answerType)
                    : RefuseAsync(context, fault));
            }
        };

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
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(fault, context.RequestAborted);
    }
}
