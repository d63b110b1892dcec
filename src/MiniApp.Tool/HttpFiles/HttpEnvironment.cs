using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using MiniApp.Tool.Keys;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.HttpFiles;

/// <summary>
/// The environments of <c>.http</c> files: an object of environments, each an object of variables, in the form that
/// <see href="https://learn.microsoft.com/aspnet/core/test/http-files#environment-files">Visual Studio</see> and
/// <see href="https://www.jetbrains.com/help/rider/Exploring_HTTP_Syntax.html">Rider</see> share.
/// </summary>
internal sealed class HttpEnvironment
{
    // What stands in such a file is for editors: nothing in it is read as HTML.
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // A comment would be lost, of a name that is there twice one value, and what is no text. Such files are refused rather than changed.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly JsonObject _environments;

    private HttpEnvironment(JsonObject environments) => _environments = environments;

    public static HttpEnvironment Empty() => new([]);

    /// <summary>What is in a file; nothing where there is no file.</summary>
    /// <exception cref="UsageException">The file cannot be read, or something in it would be lost.</exception>
    public static HttpEnvironment Read(string path)
    {
        if (SmallFile.Read(path) is not { } bytes)
        {
            return Empty();
        }

        return TryParse(WithoutByteOrderMark(bytes), out var environments) ? new HttpEnvironment(environments) : throw Refuse(path);
    }

    /// <summary>Sets a variable, and leaves all others as they are.</summary>
    /// <exception cref="UsageException">The environment of that name is no object.</exception>
    public void Set(string environment, string variable, string value)
    {
        if (!_environments.TryGetPropertyValue(environment, out var found))
        {
            _environments[environment] = found = new JsonObject();
        }

        if (found is not JsonObject variables)
        {
            throw new UsageException("The file has something else under the name of this environment.", "Name another one with --env-name.");
        }

        variables[variable] = value;
    }

    public override string ToString() => _environments.ToJsonString(Format).ReplaceLineEndings("\n");

    private static bool TryParse(ReadOnlySpan<byte> text, [NotNullWhen(true)] out JsonObject? environments)
    {
        environments = null;
        try
        {
            environments = Utf8.IsValid(text) ? JsonNode.Parse(text, nodeOptions: null, Strict) as JsonObject : null;
            _ = environments?.ToJsonString();
            return environments is not null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // The latter is of half a character (\ud800), which JSON may name in digits and no text can hold: reading or writing it throws.
            return false;
        }
    }

    private static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;

    private static UsageException Refuse(string path) =>
        new($"{path} is not changed: it is no object of JSON, or has a comment, a name twice or half a character, which would be lost.", "Mend it, or name another file with --output.");
}
