using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Files that exist in memory alone, and whose watchers are told at once when one is saved.</summary>
internal sealed class HandFiles : IFileProvider
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ConfigurationReloadToken> _watched = new(StringComparer.Ordinal);

    /// <summary>Adds a file to a configuration, as the framework adds <c>appsettings.json</c>.</summary>
    public void AddTo(IConfigurationBuilder configuration, string path, string text)
    {
        _texts[path] = text;
        configuration.AddJsonFile(source =>
            (source.FileProvider, source.Path, source.Optional, source.ReloadOnChange, source.ReloadDelay) = (this, path, true, true, 0));
    }

    /// <summary>Saves a file, or deletes it. What the framework throws on a broken one, it throws where nobody looks.</summary>
    public void Save(string path, string? text)
    {
        if (text is null)
        {
            _texts.Remove(path);
        }
        else
        {
            _texts[path] = text;
        }

        var token = _watched[path];
        _watched[path] = new ConfigurationReloadToken();
        try
        {
            token.OnReload();
        }
        catch (AggregateException exception) when (exception.InnerException is InvalidDataException)
        {
        }
    }

    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IFileInfo GetFileInfo(string subpath) =>
        _texts.TryGetValue(subpath, out var text) ? new HandFile(subpath, Encoding.UTF8.GetBytes(text)) : new NotFoundFileInfo(subpath);

    public IChangeToken Watch(string filter)
    {
        if (!_watched.TryGetValue(filter, out var token))
        {
            _watched[filter] = token = new ConfigurationReloadToken();
        }

        return token;
    }

    private sealed class HandFile(string name, byte[] bytes) : IFileInfo
    {
        public bool Exists => true;

        public long Length => bytes.Length;

        public string? PhysicalPath => null;

        public string Name => name;

        public DateTimeOffset LastModified => DateTimeOffset.UnixEpoch;

        public bool IsDirectory => false;

        public Stream CreateReadStream() => new MemoryStream(bytes, writable: false);
    }
}
