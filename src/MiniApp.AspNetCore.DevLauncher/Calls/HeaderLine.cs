using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>A header with one of its values.</summary>
/// <param name="Name">The header's name.</param>
/// <param name="Value">The value.</param>
internal sealed record HeaderLine(string Name, string Value)
{
    public static IReadOnlyList<HeaderLine> Of(IHeaderDictionary headers) =>
        [.. headers.SelectMany(header => header.Value.Select(value => new HeaderLine(header.Key, value ?? "")))];
}
