using System.Diagnostics;
using System.Runtime.Loader;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TestSupport;

namespace MiniAppBackend.Tests;

/// <summary>A program that a page shows, running as it stands there, on a port of its own.</summary>
internal sealed class PageProgram : IAsyncDisposable, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private const string Mark = "PageProgram";

    private readonly string _name = $"page-{Guid.NewGuid():N}";
    private readonly TaskCompletionSource<IHost> _built = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IHost _host = null!;

    private PageProgram()
    {
    }

    public Uri Address => new(_host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public IServiceProvider Services => _host.Services;

    /// <param name="block">The program.</param>
    /// <param name="settings">Its settings, by their paths.</param>
    public static async Task<PageProgram> StartAsync(CodeBlock block, params (string Path, string Value)[] settings)
    {
        var program = new PageProgram();
        var entry = AssemblyLoadContext.Default.LoadFromStream(new MemoryStream(Snippet.Build(block.Text, program._name))).EntryPoint!;
        string[] arguments =
        [
            .. settings.Concat([(Mark, program._name), ("urls", "http://127.0.0.1:0"), (UnwatchedSettings.Name, "false"), ("Logging:LogLevel:Default", "None")]).Select(setting => $"--{setting.Item1}={setting.Item2}"),
        ];

        // Every host of the process tells when it has been built. Ours has the mark in its settings.
        using var listening = DiagnosticListener.AllListeners.Subscribe(program);
        _ = Task.Factory.StartNew(
            () => entry.Invoke(null, [arguments]), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        program._host = await program._built.Task.WaitAsync(TimeSpan.FromMinutes(1));
        var started = new TaskCompletionSource();
        using var start = program._host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(TimeSpan.FromMinutes(1));
        return program;
    }

    public async ValueTask DisposeAsync() => await _host.StopAsync();

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.Extensions.Hosting")
        {
            value.Subscribe(this);
        }
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (value is { Key: "HostBuilt", Value: IHost host } && host.Services.GetRequiredService<IConfiguration>()[Mark] == _name)
        {
            _built.TrySetResult(host);
        }
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }
}
