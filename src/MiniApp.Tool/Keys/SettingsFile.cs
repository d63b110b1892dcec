using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Configuration.Memory;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Keys;

/// <summary>A file of settings in JSON, read as an application's configuration reads it, comments and all.</summary>
internal static class SettingsFile
{
    /// <summary>
    /// How long the names of all settings may be together. Each is kept with the names of the objects around it, so that one long name around
    /// many short ones would take the memory of the machine.
    /// </summary>
    private const int MostNames = 16 * SmallFile.MaxLength;

    // As the framework reads such files.
    private static readonly JsonReaderOptions Format = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

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
            return MeasureNames(bytes) <= MostNames
                ? new MemoryConfigurationSource { InitialData = new Parser().Parse(new MemoryStream(bytes)) }
                : throw SmallFile.Refuse(path, "The names of its settings are too long, with those of the objects around them.");
        }
        catch (Exception exception) when (exception is FormatException or InvalidDataException or JsonException or InvalidOperationException)
        {
            // What the exception says may quote the file, which holds keys.
            throw SmallFile.Refuse(path, exception is InvalidOperationException ? "It has half a character in it, such as \\ud800, which no text can hold."
                : (exception.InnerException ?? exception) is JsonException { LineNumber: { } line } ? $"It is not valid JSON: see line {line + 1}."
                : "It is not a JSON object, or has the same name twice.");
        }
    }

    /// <summary>The length of all settings' names as the configuration has them, in bytes.</summary>
    /// <exception cref="JsonException">It is not valid JSON.</exception>
    private static long MeasureNames(byte[] bytes)
    {
        using var text = new StreamReader(new MemoryStream(bytes)); // which knows more encodings than one, as the framework's does
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text.ReadToEnd()), Format);
        var around = new Stack<int>();
        var (length, all) = (0, 0L);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    length = around.Peek() + reader.ValueSpan.Length;
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    around.Push(length);
                    all += length; // of an empty one, the name is kept too
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    length = around.Pop();
                    break;
                default:
                    all += length;
                    break;
            }
        }

        return all;
    }

    /// <summary>The framework's own reader, whose settings are at hand.</summary>
    private sealed class Parser() : JsonStreamConfigurationProvider(new JsonStreamConfigurationSource())
    {
        public IDictionary<string, string?> Parse(Stream json)
        {
            Load(json);
            return Data;
        }
    }
}
