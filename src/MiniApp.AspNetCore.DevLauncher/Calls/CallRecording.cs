using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>What is noted of a call while the application answers it. Nothing is held back: what passes is copied as it passes.</summary>
internal sealed class CallRecording
{
    private CallRecording()
    {
    }

    /// <summary>What the application read.</summary>
    public BodyCopy Request { get; } = new();

    /// <summary>What it wrote, but for files that the server sends by itself.</summary>
    public BodyCopy Response { get; } = new();

    /// <summary>Why the token was refused.</summary>
    public string? Failure { get; set; }

    /// <summary>Begins with a request before the application sees it.</summary>
    public static CallRecording Begin(HttpContext context)
    {
        var recording = new CallRecording();
        context.Request.Body = new CopyingStream(context.Request.Body, recording.Request);
        if (context.Features.Get<IHttpResponseBodyFeature>() is { } body)
        {
            context.Features.Set<IHttpResponseBodyFeature>(new CopyingResponseBody(body, recording.Response));
        }

        return recording;
    }
}
