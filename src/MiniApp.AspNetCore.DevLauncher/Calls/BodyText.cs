using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>The beginning of a body.</summary>
/// <param name="Text">The text; <see langword="null"/> where the body is none, or compressed.</param>
/// <param name="Length">How many bytes passed.</param>
/// <param name="IsCut">Whether there is more of it than was kept.</param>
internal sealed record BodyText(string? Text, long Length, bool IsCut)
{
    private static readonly BodyText None = new("", 0, IsCut: false);

    public static BodyText Of(BodyCopy? copy, IHeaderDictionary headers) =>
        copy is null or { Length: 0 } ? None
        : new(IsText(headers) ? Decode(copy) : null, copy.Length, copy.IsCut);

    private static bool IsText(IHeaderDictionary headers) =>
        headers.ContentEncoding.Count == 0
        && MediaTypeHeaderValue.TryParse(headers.ContentType.ToString(), out var type)
        && (type.Type == "text"
            || type.SubTypeWithoutSuffix == "x-www-form-urlencoded"
            || (type.Suffix.HasValue ? type.Suffix : type.SubType).Value is "json" or "xml" or "javascript");

    private static string Decode(BodyCopy copy)
    {
        var text = Encoding.UTF8.GetString(copy.Kept);
        return copy.IsCut ? text.TrimEnd('\uFFFD') : text; // the cut may go through a character
    }
}
