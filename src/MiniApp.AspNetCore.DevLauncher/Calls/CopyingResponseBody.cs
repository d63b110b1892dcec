using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>A response's body that copies what is written, through the stream or the pipe, and leaves all else to the server.</summary>
internal sealed class CopyingResponseBody(IHttpResponseBodyFeature body, BodyCopy copy) : IHttpResponseBodyFeature
{
    private CopyingStream? _stream;
    private CopyingPipeWriter? _writer;

    public Stream Stream => _stream ??= new CopyingStream(body.Stream, copy);

    public PipeWriter Writer => _writer ??= new CopyingPipeWriter(body.Writer, copy);

    public void DisableBuffering() => body.DisableBuffering();

    public Task StartAsync(CancellationToken cancellationToken = default) => body.StartAsync(cancellationToken);

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        body.SendFileAsync(path, offset, count, cancellationToken);

    public Task CompleteAsync() => body.CompleteAsync();
}
