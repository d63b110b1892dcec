using System.Text.Json;
using Microsoft.Extensions.Configuration;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Keys;

/// <summary>A file of settings in JSON, read as an application's configuration reads it, comments and all.</summary>
internal static class SettingsFile
{
    /// <summary>The file's settings; <see langword="null"/> where there is no file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="UsageException">It is there and cannot be read: the application would not start either.</exception>
    public static IConfigurationSource? Read(string path)
    {
        if (SmallFile.Read(path) is not { } bytes)
        {
            return null;
        }

        try
        {
            _ = new ConfigurationBuilder().AddJsonStream(new MemoryStream(bytes)).Build();
        }
        catch (Exception exception) when (exception is FormatException or InvalidDataException or JsonException)
        {
            // What the exception says may quote the file, which holds keys.
            throw SmallFile.Refuse(path, (exception.InnerException ?? exception) is JsonException { LineNumber: { } line }
                ? $"It is not valid JSON: see line {line + 1}."
                : "It is not a JSON object, or has the same name twice.");
        }

        return new Microsoft.Extensions.Configuration.Json.JsonStreamConfigurationSource { Stream = new MemoryStream(bytes) };
    }
}
