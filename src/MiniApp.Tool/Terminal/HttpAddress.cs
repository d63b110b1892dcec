using System.Diagnostics.CodeAnalysis;

namespace MiniApp.Tool.Terminal;

/// <summary>An address of the web, as somebody typed it.</summary>
internal static class HttpAddress
{
    /// <summary>Reads an address of http or https. Among other texts are some, such as two slashes and a mark of direction, on which the framework throws.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Uri? address)
    {
        address = null;
        return text.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            && Uri.TryCreate(text, UriKind.Absolute, out address)
            && address.Scheme is "http" or "https";
    }
}
